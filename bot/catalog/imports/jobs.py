from bot.catalog.imports.service import ImportService


async def advance_imports(imports: ImportService) -> None:
    await imports.advance()
