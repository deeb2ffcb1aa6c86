from bot.kit.errors import ShopError


class QuestionGone(ShopError):
    """It was never asked, or so long ago that it is forgotten."""

    text = "questions-error-gone"


class NotYourQuestion(ShopError):
    text = "questions-error-not-yours"


class NotYourShop(ShopError):
    text = "questions-error-not-your-shop"


class AlreadyAsked(ShopError):
    text = "questions-error-already-asked"


class AlreadyAnswered(ShopError):
    text = "questions-error-already-answered"


class TooManyQuestions(ShopError):
    """Fact: ``max``, how many a person may send to merchants a day."""

    text = "questions-error-too-many"


class AnswerEmpty(ShopError):
    text = "questions-error-answer-empty"


class AnswerTooLong(ShopError):
    """Fact: ``max``, in characters."""

    text = "questions-error-answer-long"


class NobodyToAsk(ShopError):
    """The merchant has no staff that the bot may write to."""

    text = "questions-error-nobody"


class SearchForgotten(ShopError):
    text = "questions-error-search-gone"
