from tests.coach.voice.made import authors

from firsthand.coach.voice.drift import drift


def test_the_same_way_of_writing_two_years_running_is_no_drift():
    calm, _, _ = authors(200)
    (step,) = drift([(2020 + i % 2, text) for i, text in enumerate(calm)])
    assert (step.before, step.year) == (2020, 2021)
    assert step.chance > 0.05


def test_another_way_of_writing_is_seen_with_what_grew_and_fell():
    calm, loud, _ = authors(100)
    (step,) = drift([*((2020, text) for text in calm), *((2022, text) for text in loud)])
    assert step.distance > 2 * step.usual
    assert step.chance <= 0.01
    assert "!" in step.more
    assert "." in step.less


def test_a_year_with_few_posts_is_left_out():
    calm, loud, plain = authors(100)
    few = [(2021, text) for text in loud[:20]]
    (step,) = drift([*((2020, t) for t in calm), *few, *((2022, t) for t in plain)])
    assert (step.before, step.year) == (2020, 2022)


def test_one_year_alone_cannot_drift():
    calm, _, _ = authors(100)
    assert drift([(2020, text) for text in calm]) == ()
