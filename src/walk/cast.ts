import type { Actor, Role } from '../domain/rule.ts'

/** The people of the samples: one for each role. */
export const castNames: Readonly<Record<Role, { signIn: string; name: string }>> = {
  reception: { signIn: 'sato', name: '佐藤 恵' },
  cashier: { signIn: 'ito', name: '伊藤 誠' },
  approver: { signIn: 'suzuki', name: '鈴木 直子' },
  auditor: { signIn: 'takahashi', name: '髙橋 茂' },
  admin: { signIn: 'kanri', name: '管理 太郎' },
}

export const sampleCast: Readonly<Record<Role, Actor>> = Object.fromEntries(
  Object.entries(castNames).map(([role, { signIn, name }]) => [
    role,
    { id: signIn, name, roles: [role as Role], operators: 'all' },
  ]),
) as unknown as Record<Role, Actor>
