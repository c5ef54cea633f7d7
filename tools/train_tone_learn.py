"""Learning the tone of posts: evidence as numbers, ridge logistic regression, packing."""

from dataclasses import replace

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from firsthand.text import tone, tone_kernels, tone_sums, tone_table

CHAR_ROWS, GRAM_ROWS = 1 << 17, 1 << 17
STRENGTH = 2.0
SIGNS, MEANING, CHARS, GRAMS = 0.1, 6.0, 1.0, 1.0
"""How much each kind of evidence may say: what its columns are multiplied by in learning."""

TAUGHT = np.array([[-1.0, -0.2, 1.2], [2.0, -0.8, -1.2]])
"""What known phrases (by the sign of their polarity) and irony say, too rare to be learnt."""


class Evidence:
    """The columns to learn from, of all texts of a language."""

    def __init__(
        self,
        texts: list[str],
        base: tone.Model,
        meanings: np.ndarray,
        rows: dict[str, int],
        size: int,
    ) -> None:
        self.signs = tone.signs(tone.sums(texts, base))
        order = {row: at for at, row in enumerate(rows.values())}
        chars, grams, senses = [], [], np.zeros((len(texts), size), np.float32)
        for at, text in enumerate(texts):
            kept, found, wide, count = walk(text, base)
            chars.append(char_buckets("".join(map(chr, kept[:wide]))))
            grams.append(gram_buckets(found[:count]))
            mine = [order[row] for row in found[:count, tone_table.ROW] if row in order]
            if mine:
                senses[at] = meanings[mine].mean(0)
        self.senses = senses
        self.chars = counts(chars, CHAR_ROWS)
        self.grams = counts(grams, GRAM_ROWS)


def walk(text: str, base: tone.Model) -> tuple[np.ndarray, np.ndarray, int, int]:
    kept, found, cache = tone_sums.workspace()
    codes = np.frombuffer(tone.plain(text).encode("utf-32-le", "surrogatepass"), np.uint32)
    total = np.zeros(tone_table.COLUMNS, np.float32)
    tone_sums.one(
        codes,
        0,
        len(codes),
        tone_kernels.table(),
        base.words,
        base.chars,
        base.grams,
        kept,
        found,
        cache,
        total,
    )
    return (
        kept,
        found,
        len("".join(map(chr, kept)).split("\0", 1)[0]),
        int(total[tone_table.TOKENS]),
    )


def char_buckets(kept: str) -> list[int]:
    found = []
    for word in (f" {each} " for each in kept.split()):
        for first in range(len(word) - 1):
            value = int(tone_table.step(tone_table.START, ord(word[first])))
            for last in range(first + 1, min(first + tone_table.MAX_GRAM, len(word))):
                value = int(tone_table.step(value, ord(word[last])))
                if last - first + 1 >= tone_table.MIN_GRAM:
                    found.append((value ^ (value >> 15)) & (CHAR_ROWS - 1))
    return found


def gram_buckets(found: np.ndarray) -> list[int]:
    buckets = []
    for at, one in enumerate(found):
        value = int(one[tone_table.HASHED])
        buckets.append(value)
        if one[tone_table.TURNED] > 0:
            buckets.append(int(tone_table.negated(value)))
        if at:
            buckets.append(int(tone_table.pair(int(found[at - 1, tone_table.HASHED]), value)))
    return [bucket & (GRAM_ROWS - 1) for bucket in buckets]


def counts(buckets: list[list[int]], rows: int) -> csr_matrix:
    flat = np.concatenate([np.array(some, np.int64) for some in buckets])
    starts = np.concatenate([[0], np.cumsum([len(some) for some in buckets])])
    matrix = csr_matrix((np.ones(len(flat), np.float32), flat, starts), (len(buckets), rows))
    matrix.sum_duplicates()
    return matrix


def rarity(matrix: csr_matrix) -> np.ndarray:
    """Inverse document frequencies, smoothed; 0 for what was never seen."""
    seen = np.asarray((matrix > 0).sum(0)).ravel()
    return np.where(seen > 0, np.log((1 + matrix.shape[0]) / (1 + seen)) + 1, 0)


def normed(matrix: csr_matrix, idf: np.ndarray) -> csr_matrix:
    """Weigh counts as the compiled code will: each occurrence once, by its inverse frequency."""
    norm = np.sqrt(np.maximum(matrix @ (idf * idf), 1))
    return csr_matrix(matrix.multiply(idf).multiply(1 / norm[:, None]))


def learn(
    evidence: Evidence,
    labels: np.ndarray,
    base: tone.Model,
    meanings: np.ndarray,
    rows: dict[str, int],
    pick: np.ndarray,
) -> tone.Model:
    chars, grams = evidence.chars[pick], evidence.grams[pick]
    idf_chars, idf_grams = rarity(chars), rarity(grams)
    middle, spread = evidence.signs[pick].mean(0), np.maximum(evidence.signs[pick].std(0), 1e-3)
    blocks = [
        normed(chars, idf_chars) * CHARS,
        normed(grams, idf_grams) * GRAMS,
        csr_matrix(evidence.senses[pick] * MEANING),
        csr_matrix((evidence.signs[pick] - middle) / spread * SIGNS),
    ]
    w_chars, w_grams, w_senses, w_signs, intercept = fitted(blocks, labels[pick])
    char_table, char_scale = packed(w_chars * CHARS, idf_chars)
    gram_table, gram_scale = packed(w_grams * GRAMS, idf_grams)
    senses = meanings @ (w_senses * MEANING)
    sense_scale = np.abs(senses).max() / 127
    words = base.words.copy()
    for row, sense in zip(rows.values(), senses, strict=True):
        words[row, tone_table.SENSE :] = np.rint(sense / sense_scale)
    signs = w_signs * SIGNS / spread[:, None]
    signs[-2:] += TAUGHT
    return tone.Model(
        words, char_table, gram_table, np.array([char_scale, gram_scale, sense_scale], np.float32),
        signs.astype(np.float32), (intercept - middle @ signs).astype(np.float32),
    )  # fmt: skip


def fitted(blocks: list[csr_matrix], labels: np.ndarray) -> list[np.ndarray]:
    """Give the weights of each block's columns by tone, and the intercepts, by ridge logistic regression."""
    columns = hstack(blocks).tocsc()
    used = np.flatnonzero(np.diff(columns.indptr))
    fit = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(
        columns[:, used].tocsr(), labels
    )
    weights = np.zeros((columns.shape[1], 3))
    weights[used] = fit.coef_.T
    return [
        *np.split(weights, np.cumsum([block.shape[1] for block in blocks])[:-1]),
        fit.intercept_,
    ]


NORM_UNIT = 1.0


def packed(weights: np.ndarray, idf: np.ndarray) -> tuple[np.ndarray, float]:
    """Put weights in bytes, with the square of the inverse frequency beside them."""
    weights = weights * idf[:, None]
    scale = float(np.quantile(np.abs(weights[weights != 0]), 0.9998)) / 127
    table = np.zeros((len(weights), 4), np.int8)
    table[:, :3] = np.clip(np.rint(weights / scale), -127, 127)
    table[:, 3] = np.clip(np.rint(idf * idf * NORM_UNIT), 0, 127)
    return table, scale * NORM_UNIT**0.5


def calibrated(model: tone.Model, logits: np.ndarray, labels: np.ndarray) -> tone.Model:
    """Divide by the temperature that suits texts not learnt from (C. Guo et al., 2017)."""

    def loss(log_heat: float) -> float:
        return float(log_loss(labels, softmax(logits / np.exp(log_heat))))

    heat = float(np.exp(minimize_scalar(loss, bounds=(-2, 2), method="bounded").x))
    print("temperature", round(heat, 3))
    return replace(
        model,
        scales=model.scales / np.float32(heat),
        signs=model.signs / np.float32(heat),
        bias=model.bias / np.float32(heat),
    )


def softmax(logits: np.ndarray) -> np.ndarray:
    parts = np.exp(logits - logits.max(1, keepdims=True))
    return parts / parts.sum(1, keepdims=True)
