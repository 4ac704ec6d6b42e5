package dev.rivulet.catalog.linter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.catalog.linter.domain.Finding;
import dev.rivulet.catalog.linter.domain.Linter;
import dev.rivulet.catalog.linter.domain.Pitch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules every tenant has find, in both languages. */
class BuiltInRulesTest {

    private final BuiltInRules builtIn = new BuiltInRules(new ObjectMapper());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We help HR heads                                            | vendor-centred  | We
            Our platform trains employees                               | vendor-centred  | Our platform
            Мы предлагаем обучение                                      | vendor-centred  | Мы
            Наше решение обучает сотрудников                            | vendor-centred  | Наше решение
            Ведущая компания в обучении                                 | vendor-centred  | Ведущая компания
            Our award-winning new platform trains people                | vendor-centred  | Our award-winning new platform
            Thanks to our product people stay                           | vendor-centred  | our product
            At Rivulet, we help HR heads                                | vendor-centred  | At Rivulet, we
            SkillFlow is the market-leading trainer                     | vendor-centred  | is the market-leading
            Нашей компанией создано обучение                            | vendor-centred  | Нашей компанией
            С нашей новой платформой руководители учатся                | vendor-centred  | нашей новой платформой
            Нами разработано обучение                                   | vendor-centred  | Нами
            «Ромашка» — лидер российского рынка обучения                | vendor-centred  | лидер российского рынка
            Компания «Ромашка» предлагает обучение                      | vendor-centred  | Компания «Ромашка» предлагает
            Ведущий российский разработчик тренажёров                   | vendor-centred  | Ведущий российский разработчик
            The end-to-end platform of learning                         | jargon          | end-to-end platform
            Комплексная система автоматизации обучения                  | jargon          | Комплексная система автоматизации
            Обучение в комплексных системах автоматизации               | jargon          | комплексных системах автоматизации
            Обучение под ключ                                           | jargon          | под ключ
            Learning on an end-to-end data platform                     | jargon          | end-to-end data platform
            E2E solutions of learning                                   | jargon          | E2E solutions
            Комплексной информационной системой автоматизации обучения  | jargon          | Комплексной информационной системой автоматизации
            Обучение с автоматизацией всех бизнес-процессов             | jargon          | автоматизацией всех бизнес-процессов
            Обучение в едином цифровом окне                             | jargon          | едином цифровом окне
            The best training there is                                  | unproven-claim  | The best
            Лучшее обучение менеджеров                                  | unproven-claim  | Лучшее
            Самое быстрое обучение менеджеров                           | unproven-claim  | Самое быстрое
            Обучение самыми современными методами                       | unproven-claim  | самыми современными
            Тренажёр, не имеющий на рынке аналогов                      | unproven-claim  | не имеющий на рынке аналогов
            The world's leading training                                | unproven-claim  | world's leading
            Training for companies of all sizes                         | for-everyone    | for companies of all sizes
            Обучение для любого бизнеса                                 | for-everyone    | для любого бизнеса
            Training for any kind of business                           | for-everyone    | for any kind of business
            Обучение для компаний любых размеров                        | for-everyone    | для компаний любых размеров
            Тренажёр подходит каждому                                   | for-everyone    | Тренажёр подходит каждому
            Training for all                                            | for-everyone    | for all
            Обучение для всех                                           | for-everyone    | для всех
            Обучение каждому                                            | for-everyone    | Обучение каждому
            Training for every team                                     | for-everyone    | for every team
            Платформа end-to-end                                        | jargon          | Платформа end-to-end
            End2End platform of learning                                | jargon          | End2End platform
            Обучение на платформе E2E                                   | jargon          | платформе E2E
            Best training in Europe                                     | unproven-claim  | Best training
            №1 в обучении                                               | unproven-claim  | №1
            № 1 в обучении                                              | unproven-claim  | № 1
            Лучшие тренажёры навыков                                    | unproven-claim  | Лучшие
            Онлайн-обучение менеджеров по продажам от нашей компании    | vendor-signature | от нашей компании
            Online training of salespeople by our experts               | vendor-signature | by our experts
            Сотрудники учатся лучше                                     |                 |
            Новички учатся лучше всех остальных                         |                 |
            Training for all new managers                               |                 |
            Обучение для всех новых менеджеров                          |                 |
            Обучение: каждому новичку десять минут в день               |                 |
            Лучше один раз попробовать на практике                      |                 |
            People learn from the experts of their company              |                 |
            Wealth for employees                                        |                 |
            Training for the team leader                                |                 |
            Our people stay                                             |                 |
            Обучение ведущих специалистов компании                      |                 |
            Компаниям розницы отчёт помогает продавать                  |                 |
            Нашли решение за день                                       |                 |
            The plan ends. To end platform fees, sign here              |                 |
            Обучение руководителей за десять минут в день               |                 |
            Somebody competent is awake when your system is not         |                 |
            Уже 20 лет мы обучаем менеджеров                            | vendor-centred  | лет мы
            For twenty years we have trained managers                   | vendor-centred  | For twenty years we
            Since 2009 we have trained managers                         | vendor-centred  | Since 2009 we
            As a leading provider of training, Acme teaches             | vendor-centred  | As a leading
            With 20 years of experience in training                     | vendor-centred  | With 20 years of experience
            The leading soft-skills platform                            | vendor-centred  | The leading soft-skills platform
            Acme is a leading vendor of training                        | vendor-centred  | is a leading vendor
            Training for any company in the market                      | for-everyone    | for any company in
            Training that fits all                                      | for-everyone    | fits all
            Тренажёр подходит любой компании                            | for-everyone    | подходит любой компании
            Курс всем                                                   | for-everyone    | Курс всем
            Ten minutes a day for every team lead                       |                 |
            Training for every business analyst                         |                 |
            Safety training for all company drivers                     |                 |
            A checklist that fits any phone                             |                 |
            The report fits all five shifts                             |                 |
            Подойдёт любой телефон                                      |                 |
            Обучение для каждого бизнес-аналитика                       |                 |
            Результаты обучения видны всем                              |                 |
            Десять минут в день и обратная связь каждому                |                 |
            Value-added tax returns that file themselves                |                 |
            Burnout is the leading reason to quit: it shows in a week   |                 |
            The leading reason to quit, seen a month before             |                 |
            Leader of a shift in ten weeks                              |                 |
            """)
    void shouldReadTheOneLiner(String oneLiner, String code, String excerpt) {
        var found = Linter.lint(builtIn.rules(), pitch("HR_HEAD", "", oneLiner, "Nothing changes", "Ten minutes"));
        if (code == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(finding -> {
                assertThat(finding.rule().code()).isEqualTo(code);
                assertThat(finding.pointer()).isEqualTo("/oneLiner");
                assertThat(finding.excerpt()).isEqualTo(excerpt);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HR_HEAD               | Our profits fall              | profit-pain-of-hr
            Head of HR            | We lose revenue               | profit-pain-of-hr
            Директор по персоналу | Прибыль падает второй год     | profit-pain-of-hr
            HR-директор           | Низкая рентабельность         | profit-pain-of-hr
            CEO                   | Our profits fall              |
            Генеральный директор  | Прибыль падает второй год     |
            HR_HEAD               | Good people leave in a year   |
            HR_HEAD               | Люди уходят через полгода     |
            THREAD_OWNER          | Our profits fall              |
            CHRO                  | Falling sales                 | profit-pain-of-hr
            Head of global talent | Our margins shrink            | profit-pain-of-hr
            Менеджер по подбору   | У компании большие убытки     | profit-pain-of-hr
            Руководитель кадровой службы | Продажи второй год падают | profit-pain-of-hr
            Head of people        | Nobody earns what they earn elsewhere |
            HR_HEAD               | Employee earnings lag behind the market |
            HR_HEAD               | Marginalised employees leave first |
            HR_HEAD               | После убытия в командировку никто не учится |
            HR_HEAD               | I cannot show the ROI of our training |
            HR_HEAD               | Nobody sees a return on investment in trainings |
            HR_HEAD               | Не могу показать окупаемость обучения |
            HR_HEAD               | Our ROI falls                 | profit-pain-of-hr
            HR_HEAD               | Окупаемость проектов падает   | profit-pain-of-hr
            HR_HEAD               | Убытки растут                 | profit-pain-of-hr
            Персональный тренер   | Прибыль падает                |
            Руководитель отдела персонала | Прибыль падает        | profit-pain-of-hr
            HR_HEAD               | Our non-profit loses good people |
            HR_HEAD               | Our not-for-profit loses good people |
            HR_HEAD               | Новички прибыли и не знают, что делать |
            HR_HEAD               | Прибыли новички, а наставника нет |
            HR_HEAD               | Доходы сотрудников отстают от рынка |
            HR_HEAD               | Company earnings fall         | profit-pain-of-hr
            HR_HEAD               | Profitability of the non-profit falls | profit-pain-of-hr
            HR_HEAD               | Нет прибыли второй год        | profit-pain-of-hr
            HR_HEAD               | Падение чистой прибыли        | profit-pain-of-hr
            HR_HEAD               | Доходы падают                 | profit-pain-of-hr
            HR_HEAD               | Оборот падает                 | profit-pain-of-hr
            HR_HEAD               | Второй год падает оборот      | profit-pain-of-hr
            HR_HEAD               | Margins are thin              | profit-pain-of-hr
            HR_HEAD               | We lose money every quarter   | profit-pain-of-hr
            VP People             | We lose money every quarter   | profit-pain-of-hr
            People & Culture lead | Our profits fall              | profit-pain-of-hr
            Head of L&D           | Our profits fall              | profit-pain-of-hr
            Эйчар                 | Прибыль падает                | profit-pain-of-hr
            HRHead                | Our profits fall              | profit-pain-of-hr
            VP Sales              | Our profits fall              |
            Head of culture       | Our profits fall              |
            """)
    void shouldReadPainsWithTheEyesOfTheFunction(String function, String pain, String code) {
        var found = Linter.lint(builtIn.rules(), pitch(function, "", "Training that stays", pain, "Ten minutes"));
        assertThat(found)
                .extracting(finding -> finding.rule().code())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Everyone!              | everyone
            Large companies        | everyone
            Крупные компании       | everyone
            Всем компаниям         | everyone
            Крупным и средним предприятиям | everyone
            Компании любого размера | everyone
            Для каждого клиента    | everyone
            Companies of any size  | everyone
            Large and mid-sized businesses | everyone
            B2B                    | everyone
            SMEs                   | everyone
            МСП                    | everyone
            The general public     | everyone
            Все, кому это нужно    | everyone
            B2B companies          | everyone
            our customers          | everyone
            Every\u00ADone        | everyone
            Large companies' HR heads |
            HR heads of everyone   |
            Все наши продавцы      |
            """)
    void shouldRefuseAnAudienceOfNobody(String audience, String code) {
        var found = Linter.lint(
                builtIn.rules(), pitch("CEO", audience, "Training that stays", "Nothing changes", "Ten minutes"));
        assertThat(found)
                .extracting(finding -> finding.rule().code())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Our company has trained people for long. You learn daily.      | vendor-centred-solution
            Founded and run by trainers since 2009. You learn daily.       | vendor-centred-solution
            Мы предлагаем десять минут в день. Вы учитесь.                 | vendor-centred-solution
            Мы — ведущий разработчик тренажёров. Вы учитесь.               | vendor-centred-solution
            Acme is the market leader. You learn daily.                    | vendor-centred-solution
            Мы — команда экспертов с 2009 года. Вы учитесь.                | vendor-centred-solution
            Every team leader learns daily. Acme is the market leader.     |
            You learn ten minutes a day. Our company measures it.          |
            Вы учитесь десять минут в день. Наша компания измеряет.        |
            """)
    void shouldReadTheFirstSentenceOfTheSolution(String solution, String code) {
        var found = Linter.lint(builtIn.rules(), pitch("CEO", "", "Training that stays", "Nothing changes", solution));
        assertThat(found.stream()
                        .map(finding -> finding.rule().code())
                        .distinct()
                        .toList())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void shouldReadThroughWhatNobodySees() {
        var found = Linter.lint(
                builtIn.rules(),
                pitch("CEO", "", "Компле\u00ADксная систе\u200Bма автоматизации", "Nothing changes", "Ten minutes"));
        assertThat(found).extracting(finding -> finding.rule().code()).containsExactly("jargon");
    }

    @Test
    void shouldFindEachPlaceOnce() {
        var found = Linter.lint(
                builtIn.rules(),
                pitch(
                        "CEO",
                        "",
                        "Training that stays",
                        "Nothing changes",
                        "Synergy under one end-to-end platform. Synergy!"));
        assertThat(found).extracting(Finding::excerpt).containsExactly("Synergy", "end-to-end platform");
    }

    @Test
    void shouldLetAProofCarryAClaim() {
        var proven = new Pitch(
                "CEO",
                "",
                "The best training",
                List.of("Nothing changes"),
                List.of(),
                "Ten minutes",
                List.of(),
                List.of("From 48 to 71"),
                0);
        assertThat(Linter.lint(builtIn.rules(), proven)).isEmpty();
    }

    @Test
    void shouldAdviseInBothLanguages() {
        assertThat(builtIn.rules()).allSatisfy(rule -> {
            assertThat(rule.advice().get("en")).isNotBlank();
            assertThat(rule.advice().get("ru")).containsPattern("[а-яё]{3}");
            assertThat(rule.phrases()).isNotEmpty();
        });
        assertThat(builtIn.rules()).extracting(rule -> rule.code()).doesNotHaveDuplicates();
    }

    private static Pitch pitch(String function, String audience, String oneLiner, String pain, String solution) {
        return new Pitch(function, audience, oneLiner, List.of(pain), List.of(), solution, List.of(), List.of(), 0);
    }
}
