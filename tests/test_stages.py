"""The stages of finding: what each gives, what is left when it is off, and a cross-encoder's order."""

from pathlib import Path

import numpy as np
import pytest

from assistant import ranking
from assistant.coverage import Sought
from assistant.cross_encoder import Reader
from assistant.late import interaction
from assistant.ranking import FEATURES, STAGES, Stage
from assistant.search import Search, Stages
from corpus.codes import rotate, sign_codes
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.errors import UnavailableError
from corpus.expansion import expand
from corpus.messages import Language
from tests.conftest import OpenCorpus
from tests.tiny_model import LETTERS

ROTATION = "Thời hạn luân chuyển cán bộ là bao lâu?"


@pytest.fixture
def corpus(sample_data: Path, open_corpus: OpenCorpus) -> Corpus:
    return open_corpus(sample_data)


def found(corpus: Corpus, question: str, *off: Stage) -> list[str]:
    search = Search(corpus, Stages(off=frozenset(off)))
    entries = search.view.entries
    return [f"{entries[h.key.revision].id} {h.key.ordinal}" for h in search.find(question, 10)]


@pytest.mark.parametrize("question", [ROTATION, "How long is the term of a rotated cadre?"])
def test_the_score_is_what_the_stages_give(corpus: Corpus, question: str) -> None:
    for hit in Search(corpus).find(question, 10):
        assert set(hit.stages) <= set(STAGES)
        # a translation in the question's language is shown with the score of the better of the two
        assert 0 <= hit.score <= 1 and hit.score >= sum(hit.stages.values()) - 1e-6
        assert hit.also or hit.score == pytest.approx(sum(hit.stages.values()))


@pytest.mark.parametrize("off", STAGES)
def test_a_stage_that_is_off_gives_nothing(corpus: Corpus, off: Stage) -> None:
    hits = Search(corpus, Stages(off=frozenset({off}))).find(ROTATION, 10)
    assert len(hits) == 10 and all(off not in h.stages for h in hits)
    if off == "lexical":
        assert all(h.lexical == 0 for h in hits)


def test_the_two_searches_alone_find_otherwise(corpus: Corpus) -> None:
    rest: list[Stage] = ["coverage", "pairs", "prior", "section", "late"]
    by_words, by_meaning = found(corpus, ROTATION, "dense", *rest), found(corpus, ROTATION, "lexical", *rest)
    assert by_words[:5] != by_meaning[:5]


def test_the_same_question_finds_the_same(corpus: Corpus) -> None:
    assert found(corpus, ROTATION) == found(corpus, ROTATION)


def test_hits_say_which_words_were_found(corpus: Corpus) -> None:
    first = Search(corpus).find(ROTATION, 1)[0]
    assert {"luân", "chuyển", "cán", "bộ"} <= set(first.words)


def test_weights_are_shares_and_none_is_negative() -> None:
    for language in ("vi", "en"):
        weights = ranking.shipped(language)
        assert set(weights.weights) == set(FEATURES) and min(weights.weights.values()) >= 0
        assert sum(weights.shares().values()) == pytest.approx(1)
        assert "late_even" not in weights.shares(frozenset({"late"}))


# --- words -----------------------------------------------------------------------------------------------------------


Passage = tuple[str, Language]


def sought(question: str) -> Sought:
    return Sought(expand(question), lambda _field, _term: 1.0)


def test_coverage_counts_words_by_marks_or_without() -> None:
    text: Passage = "Sở Nội vụ thẩm định đề án vị trí việc làm.", "vi"
    assert sought("thẩm định đề án").covered(*text).words == 1
    assert sought("tham dinh de an").covered(*text).words == 1
    assert sought("thấm đính đè ăn").covered(*text).words < 0.3  # other words
    assert sought("thẩm định hồ sơ").covered(*text).found == ("thẩm", "định")


def test_coverage_knows_english_words_in_all_their_forms() -> None:
    text: Passage = "The Department appraises job position projects submitted by agencies.", "en"
    covered = sought("Which projects does the department appraise?").covered(*text)
    assert covered.words == 1 and set(covered.found) == {"projects", "department", "appraise"}
    assert sought("job position").covered(*text).pairs == 1 and sought("position job").covered(*text).pairs == 0


def test_coverage_reaches_the_other_language_by_other_names() -> None:
    text: Passage = "Sở Nội vụ thẩm định đề án vị trí việc làm.", "vi"
    other: Passage = "Cơ quan lưu trữ tài liệu.", "vi"
    question = sought("job positions")
    assert question.covered(*text).words > 0.5 > question.covered(*other).words
    assert question.covered(*text).words < sought("vị trí việc làm").covered(*text).words  # its own words say more


# --- tokens ----------------------------------------------------------------------------------------------------------


def test_late_interaction_over_codes_is_near_that_of_whole_vectors() -> None:
    chance = np.random.default_rng(7)

    def units(rows: int) -> np.ndarray:
        made = chance.standard_normal((rows, 384)).astype(np.float32)
        return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), np.float32)

    question, near, far = units(6), units(30), units(40)
    near[:6] = question + 0.5 * units(6)
    near /= np.linalg.norm(near, axis=1, keepdims=True)
    codes = [np.frombuffer(sign_codes(t), np.uint8).reshape(-1, 48) for t in (near, far)]
    met = interaction(rotate(question), np.ones(6, np.float32), [[codes[1], codes[0]], [codes[1]], []])
    whole = [float((t @ question.T).max(axis=0).mean()) for t in (near, far)]
    assert met.even[0] == pytest.approx(whole[0], abs=0.06) and met.even[1] == pytest.approx(whole[1], abs=0.06)
    assert met.strong[0] > 0.3 > met.strong[1] and met.even[2] == 0


def test_late_interaction_weighs_rare_tokens_more() -> None:
    tokens = np.eye(2, 384, dtype=np.float32)
    codes = np.frombuffer(sign_codes(tokens[:1]), np.uint8).reshape(-1, 48)
    first = interaction(rotate(tokens), np.array([1, 0], np.float32), [[codes]]).weighted[0]
    second = interaction(rotate(tokens), np.array([0, 1], np.float32), [[codes]]).weighted[0]
    assert first > 0.8 > second + 0.5


def test_without_question_or_passages_nothing_is_met(embedding: SentenceEmbedding) -> None:
    nothing = interaction(np.empty((0, 384), np.float32), np.empty(0, np.float32), [[], []])
    assert nothing.weighted.tolist() == [0, 0]
    assert interaction(embedding.encode_query("a b").tokens, np.ones(2, np.float32), []).even.tolist() == []


# --- a cross-encoder -------------------------------------------------------------------------------------------------


def make_cross_encoder(folder: Path) -> Path:
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer
    from transformers.utils import logging

    logging.disable_progress_bar()
    torch.manual_seed(3)
    folder.mkdir()
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    BertTokenizer(vocab={word: n for n, word in enumerate(words)}, model_max_length=64).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(words), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=64, initializer_range=0.3,
    )  # fmt: skip
    config.num_labels = 1
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def test_a_cross_encoder_puts_the_best_in_its_order(sample_data: Path, open_corpus: OpenCorpus, tmp_path: Path) -> None:
    model = make_cross_encoder(tmp_path / "cross")
    corpus = open_corpus(sample_data, reranker=str(model))
    before, after = Search(open_corpus(sample_data)).find(ROTATION, 40), Search(corpus).find(ROTATION, 40)
    read = [h for h in after if "cross_encoder" in h.stages and not h.also]  # of two places, the better one is shown
    values = [h.stages["cross_encoder"] for h in read]
    texts = corpus.library.passage_texts(h.key for h in read)
    assert values == pytest.approx(Reader(str(model)).scores(ROTATION, [texts[h.key] for h in read]), abs=1e-4)
    assert len(read) > 4 and values == sorted(values, reverse=True)
    assert [h.key for h in after] != [h.key for h in before]
    assert after[0].score == pytest.approx(before[0].score)  # how sure the search is, it does not say


def test_a_cross_encoder_that_is_not_there_is_named(sample_data: Path, open_corpus: OpenCorpus, tmp_path: Path) -> None:
    search = Search(open_corpus(sample_data, reranker=str(tmp_path / "nowhere")))
    with pytest.raises(UnavailableError, match="nowhere"):
        search.find(ROTATION)
