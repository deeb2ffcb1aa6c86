"""Questions on their way to merchants, and answers on their way back."""

from bot.catalog.models import Product
from bot.catalog.repository import CatalogRepository
from bot.groups.service import GroupService
from bot.handlers.questions import views
from bot.handlers.questions.desk import PRODUCT
from bot.handlers.questions.merchants import QUESTION
from bot.kit.texts import Words
from bot.people.models import Person
from bot.people.repository import PersonRepository
from bot.questions.asking import AskingMerchants
from bot.questions.events import MerchantAsked, QuestionAnswered, QuestionDeclined
from bot.questions.models import Question
from bot.telegram.replies import Post, Subject


async def tell_merchant(
    event: MerchantAsked,
    asking: AskingMerchants,
    catalog: CatalogRepository,
    people: PersonRepository,
) -> tuple[Post, ...]:
    question = await asking.get(event.question_id)
    product = await catalog.get(question.product_id)
    asker = await _asker(question, people)
    return tuple(
        Post(
            chat_id=person.id,
            screen=views.question_for_merchant(
                Words(person.language, person.zone),
                question,
                product,
                asker.first_name if asker else None,
            ),
            subject=Subject(QUESTION, question.id),
        )
        for person in await asking.reachable_staff(question.merchant_id)
    )


async def tell_asker(
    event: QuestionAnswered | QuestionDeclined,
    asking: AskingMerchants,
    catalog: CatalogRepository,
    people: PersonRepository,
    groups: GroupService,
) -> Post | None:
    """Post the answer where the question was asked; in private if the group is gone."""
    question = await asking.get(event.question_id)
    product = await catalog.get(question.product_id)
    asker = await _asker(question, people)
    return await _in_group(question, product, asker, groups) or _in_private(
        question, product, asker
    )


async def _in_group(
    question: Question, product: Product, asker: Person | None, groups: GroupService
) -> Post | None:
    if question.group_id is None:
        return None
    group = await groups.get(question.group_id)
    if not group.is_here:
        return None
    mention = views.mention(asker.id, asker.first_name) if asker and asker.first_name else None
    words = Words(group.language, group.zone)
    return Post(
        chat_id=group.chat_id,
        thread_id=group.topic_near(question.thread_id),
        screen=views.merchant_answered(words, question, product, mention),
        subject=Subject(PRODUCT, product.id),
        not_before=groups.quiet_until(group),
    )


def _in_private(question: Question, product: Product, asker: Person | None) -> Post | None:
    if asker is None or not asker.can_be_written_to:
        return None
    words = Words(asker.language, asker.zone)
    mention = views.mention(asker.id, asker.first_name) if asker.first_name else None
    return Post(
        chat_id=asker.id,
        screen=views.merchant_answered(words, question, product, mention),
        subject=Subject(PRODUCT, product.id),
    )


async def _asker(question: Question, people: PersonRepository) -> Person | None:
    return await people.find(question.person_id) if question.person_id else None
