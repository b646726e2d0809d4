import { paths } from '../paths.ts'

/** Ticks every box below or none. With the script at once; without it the page is shown again, all that was typed kept. */
export const AllOrNone = () => (
  <p class="ticks" data-ticks>
    <button class="button quiet" type="submit" name="tick" value="all">
      すべて選ぶ
    </button>
    <button class="button quiet" type="submit" name="tick" value="none">
      すべて外す
    </button>
    <output class="count" />
    <script type="module" src={paths.asset('ticks.js')} />
  </p>
)

/** What those two buttons ask for. */
export const ticksAsked = (tick: string): 'all' | 'none' | null => (tick === 'all' || tick === 'none' ? tick : null)
