import { open as openOurs } from './ours.mjs'

export const open = () => openOurs({ coded: true })
