"""The data files are whole: every number has its reason, in both languages, and rules make sense."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.standing.readiness.test_judge import answers

from firsthand.records.message import Message
from firsthand.standing.measures import measures
from firsthand.standing.readiness.questions import questionnaire
from firsthand.standing.readiness.situation import situation
from firsthand.standing.readiness.weights import Weights, weights

REASONS = {"accessible", "modern", "responsive", "leader", "strategy"}
CONDITIONS = {"commitment", "clarity", "ideas"}
QUALITIES = {
    "judgement", "composure", "trends", "stimulating", "true_to_self", "simple", "medium", "listening",
}  # fmt: skip


def test_the_article_is_all_there() -> None:
    groups = {name: factor.group for name, factor in weights().factors.items()}
    for group, names in (
        ("reasons", REASONS),
        ("conditions", CONDITIONS),
        ("qualities", QUALITIES),
    ):
        assert {name for name, of in groups.items() if of == group} == names


def test_about_25_questions_in_plain_words() -> None:
    asked = list(questionnaire())
    assert 22 <= len(asked) <= 28
    for question in asked:
        assert len(question.answers) <= 8
        for text in (question.text, question.why):
            assert told(text)
        assert len(question.text.en) < 90
        assert all(told(answer.text) for answer in question.answers)


def told(text: Message) -> bool:
    return bool(text.en.strip()) and bool(text.fr.strip()) and text.en != text.fr


def test_every_number_has_its_reason_in_both_languages() -> None:
    by = weights()
    reasons = [by.enough.why, by.essential_why, *(again.why for again in by.again.values())]
    reasons += [why for side in by.sides.values() for why in (side.why, side.favours.why)]
    reasons += [
        why
        for factor in by.factors.values()
        for why in (factor.weight.why, *(one.why for one in factor.differences))
    ]
    reasons += [gain.why for gain in by.gains.values()]
    reasons += [link.why for link in by.links]
    reasons += [rule.says for rule in by.rules]
    assert all(map(told, reasons))


def test_answers_go_from_best_to_worst() -> None:
    for question in questionnaire():
        for factor in question.factors:
            levels = [answer.bears.get(factor, 0.0) for answer in question.answers]
            assert levels == sorted(levels, reverse=True), question.id
            assert 0 <= min(levels) <= max(levels) <= 1


def test_every_answer_bears_on_a_known_factor_and_every_factor_is_asked_about() -> None:
    borne = {name for question in questionnaire() for name in question.factors}
    assert borne | {"sector"} == set(weights().factors)


def test_rules_name_answers_that_exist_and_all_the_worse_ones() -> None:
    """Else a worse answer could escape a rule."""
    for rule in weights().rules:
        assert questionnaire()[rule.mend].step is not None
        for name, ids in rule.when.items():
            order = [answer.id for answer in questionnaire()[name].answers]
            assert ids <= set(order), rule.name
            if questionnaire()[name].factors:
                assert set(order[-len(ids) :]) == ids, rule.name


def test_a_step_leads_to_a_better_answer_than_the_worst() -> None:
    for question in questionnaire():
        if question.step is not None:
            assert question.step.to in [answer.id for answer in question.answers[:-1]], question.id


def test_every_measure_of_the_archive_is_weighed() -> None:
    assert {measure.name for measure in measures()} == {link.measure for link in weights().links}


def test_evidence_never_drowns_the_answers() -> None:
    for factor in weights().factors:
        assert sum(link.share for link in weights().links if link.factor == factor) < 1


def plain(by: Weights) -> Weights:
    """The same weights without any difference of size or sector, and without rules that name one."""
    return replace(
        by,
        factors={name: replace(factor, differences=()) for name, factor in by.factors.items()},
        rules=tuple(rule for rule in by.rules if not {"size", "sector"} & rule.when.keys()),
        gains={name: replace(gain, value=0.7) for name, gain in by.gains.items()},
    )


@settings(max_examples=25, deadline=None)
@given(answers(holes=False))
def test_sizes_and_sectors_differ_only_where_the_file_argues_it(
    given_answers: dict[str, str],
) -> None:
    by = plain(weights())
    verdicts = {
        situation({**given_answers, "size": size.id, "sector": sector}, {}, by).verdict
        for size in questionnaire()["size"].answers
        for sector in by.gains
    }
    assert len(verdicts) == 1


@pytest.mark.parametrize("size", [answer.id for answer in questionnaire()["size"].answers])
def test_weights_stay_positive(size: str) -> None:
    for factor in weights().factors.values():
        assert all(factor.weighs(size, sector) > 0 for sector in weights().gains), factor.name


def test_the_version_tells_one_set_of_weights_from_another() -> None:
    assert weights().version.startswith("2026.1-")
