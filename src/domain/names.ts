import { toKatakana } from './kana.ts'

/**
 * Name kanji that search treats as one; the first of each group is the key. Pairs of 常用漢字表 (いわゆる康熙字典体), 人名用漢字 and
 * well-known 俗字; when in doubt left out (埼 and 碕 are not 崎). Never for identity or display.
 */
const VARIANTS = `
亜亞 悪惡 囲圍 医醫 為爲 壱壹 稲稻 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 桜櫻 奥奧 横橫 温溫 穏穩 仮假 価價
画畫 会會 絵繪 懐懷 概槪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 巻卷 勧勸 寛寬 関關 歓歡 観觀 顔顏 気氣 帰歸 亀龜 戯戲 旧舊 拠據 挙擧
峡峽 狭狹 教敎 郷鄕 尭堯 暁曉 区區 駆驅 勲勳 薫薰 径徑 恵惠 経經 茎莖 渓溪 継繼 蛍螢 軽輕 鶏鷄 芸藝 撃擊 県縣 剣劍劔剱 険險
検檢 権權 献獻 顕顯 験驗 厳嚴 戸戶 呉吳 広廣 効效 恒恆 黄黃⻩ 鉱鑛 号號 国國 黒黑 斉齊斎齋 済濟 砕碎 剤劑 雑雜 参參 蚕蠶 産產
桟棧 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 舎舍 写寫 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 叙敍 将將 称稱 焼燒 証證
奨奬 条條 状狀 乗乘 浄淨 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 寝寢 慎愼 晋晉 真眞 尽盡 図圖 粋粹 穂穗 随隨 枢樞 数數 瀬瀨 声聲
青靑⻘ 静靜 清淸 税稅 説說 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 荘莊 捜搜 挿插 巣巢 曽曾 争爭 総總 聡聰 装裝
蔵藏 増增 即卽 属屬 続續 対對 体體 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 単單 担擔 団團 断斷 弾彈 遅遲 虫蟲 昼晝 鋳鑄 庁廳 聴聽 鎮鎭
鉄鐵 点點 転轉 伝傳 灯燈 当當 党黨 闘鬪 徳德 独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 浜濱濵 秘祕
仏佛 払拂 並竝 辺邊邉 変變 宝寶 豊豐 万萬 満滿 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍⻯
両兩 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 戻戾 霊靈 齢齡 恋戀 炉爐 労勞 楼樓 録錄 湾灣 凜凛 槙槇 遥遙 瑶瑤 桧檜 祢禰 穣穰 萌萠 禄祿 巌巖
高髙 崎﨑嵜 吉𠮷 島嶋嶌 富冨 峰峯 館舘 船舩 柳栁桺 土𡈽 鶴靏靍 桑桒 角⻆ 松枩 梅楳 淵渕渊 秋穐 喜㐂 涼凉 群羣 柏栢 昇曻 長⻑ 西⻄
芦蘆 薮藪 篭籠 諌諫 頚頸 侠俠 鴎鷗 砺礪 頬頰 麹麴 莱萊 壷壺 鴬鶯 迩邇 蝋蠟 祷禱 醤醬 繋繫 食⻝
`

const KEY_OF: ReadonlyMap<string, string> = new Map(
  VARIANTS.trim()
    .split(/\s+/)
    .flatMap(group => [...group].map(kanji => [kanji, [...group][0] ?? kanji] as const)),
)

/** Variation selectors dropped, NFKC, variant kanji to one form. Only for keys: 塚 (U+FA10) does not survive NFKC. */
export function foldKanji(text: string): string {
  const plain = text.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '').normalize('NFKC')
  return Array.from(plain, kanji => KEY_OF.get(kanji) ?? kanji).join('')
}

/** The form in which names are searched and compared; never stored instead of the name or shown. */
export function searchKey(text: string): string {
  return toKatakana(foldKanji(text))
    .replace(/[\s\u200B-\u200D\u00AD\uFEFF・·‧]/g, '')
    .toLowerCase()
}

/** Same key. Two blanks are not the same name. */
export function sameName(a: string, b: string): boolean {
  const key = searchKey(a)
  return key !== '' && key === searchKey(b)
}

// FTS5's unicode61 cuts at everything else, so we cut there first and store and query see the same tokens.
const words = (text: string): string[][] =>
  searchKey(text)
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}\p{Co}]+/u)
    .filter(word => word !== '')
    .map(word => [...word])

/** Two-character grams of each word and its last character alone. */
const grams = (word: readonly string[]): string[] => word.map((kanji, i) => kanji + (word[i + 1] ?? ''))

/** For an FTS5 column with tokenize='unicode61': 佐藤花子 → '佐藤 藤花 花子 子'. */
export function bigrams(text: string): string {
  return words(text).flatMap(grams).join(' ')
}

/** The FTS5 MATCH phrase that finds the text anywhere in a `bigrams` column; '""' (no rows) where nothing can be searched. */
export function bigramQuery(text: string): string {
  const found = words(text)
  const last = found.at(-1)
  if (!last) return '""'
  const phrase = [...found.slice(0, -1).flatMap(grams), ...(last.length > 1 ? grams(last).slice(0, -1) : last)]
  return `"${phrase.join(' ')}"${last.length === 1 ? '*' : ''}`
}
