/** Where scripts say what came of a scan: it stays when the rest is put in anew, or a screen reader would miss the change. */
export const Told = () => (
  <div class="scan-told">
    <p class="unseen" role="status" id="told" />
    <p class="unseen" role="alert" id="told-wrong" />
    <label hidden>
      <input type="checkbox" id="sound" /> 音でも知らせる
    </label>
  </div>
)
