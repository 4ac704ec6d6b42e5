package dev.rivulet.catalog.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.catalog.activity.domain.SalePermission.Cause;
import dev.rivulet.catalog.activity.domain.SalePermission.Verdict;
import dev.rivulet.catalog.activity.domain.SaleQuestion.Licence;
import dev.rivulet.catalog.activity.domain.SaleRule.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalePermissionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private List<String> held = List.of("62.09", "47.91");
    private List<Licence> licences = List.of();
    private String code = "47.91.2";
    private Set<String> licensed = Set.of();
    private String goods = "medicines";
    private Set<ServiceLine> lines = Set.of();
    private SaleChannel channel = SaleChannel.INTERNET;
    private String scheme = "OKVED2";
    private List<SaleRule> rules = List.of();

    @Test
    void shouldAllowWhatIsCoveredByACodeAbove() {
        assertThat(answer()).isEqualTo(new SalePermission(Verdict.YES, List.of()));
    }

    @Test
    void shouldNameTheCodeNeeded() {
        held = List.of("62.09");
        assertThat(answer().verdict()).isEqualTo(Verdict.NEEDS_CODE);
        assertThat(answer().reasons())
                .containsExactly(new SalePermission.Reason(Verdict.NEEDS_CODE, Cause.PRODUCT, "47.91.2", null, null));
    }

    @Test
    void shouldWantToKnowTheProductsCode() {
        code = null;
        assertThat(answer().verdict()).isEqualTo(Verdict.NEEDS_CODE);
        assertThat(answer().reasons().getFirst().cause()).isEqualTo(Cause.PRODUCT_WITHOUT_CODE);
    }

    @ParameterizedTest
    @CsvSource({"DELIVERY, 53.20.31, 53.20", "STORAGE, 52.10, 52.1", "PACKING, 82.92, 82.92"})
    void shouldWantTheCodeOfAServiceLine(ServiceLine line, String needed, String covering) {
        lines = Set.of(line);
        assertThat(answer().reasons())
                .containsExactly(new SalePermission.Reason(Verdict.NEEDS_CODE, Cause.SERVICE_LINE, needed, line, null));
        held = List.of("47.91", covering);
        assertThat(answer().verdict()).isEqualTo(Verdict.YES);
        held = List.of("47.91");
        scheme = "NACE";
        assertThat(answer().verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void shouldLetADatedRuleNameAnotherCodeForAServiceLine() {
        lines = Set.of(ServiceLine.DELIVERY);
        rules = List.of(rule(Kind.NEEDS_CODE, null, null, ServiceLine.DELIVERY, "49.41", "2026-01-01", null));
        assertThat(answer().reasons()).extracting(SalePermission.Reason::code).containsExactly("49.41");
        held = List.of("47.91", "49.41");
        assertThat(answer().verdict()).isEqualTo(Verdict.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "medicines, INTERNET, 2026-03-01, , BANNED",
        "medicines, INTERNET, 2026-03-02, , YES",
        "medicines, INTERNET, 2026-01-01, 2026-03-01, YES",
        "medicines, INTERNET, 2026-01-01, 2026-03-02, BANNED",
        "alcohol, INTERNET, 2026-01-01, , YES",
        "medicines, SHOP, 2026-01-01, , YES",
        ", INTERNET, 2026-01-01, , BANNED",
        "medicines, , 2026-01-01, , BANNED"
    })
    void shouldBanGoodsByChannelFromTheFirstDayUntilBeforeTheLast(
            String ruled, SaleChannel by, String from, String to, Verdict verdict) {
        rules = List.of(rule(Kind.BANNED, ruled, by, null, null, from, to));
        assertThat(answer().verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "47.91.2, , , YES",
        "47.9, , , YES",
        "47.91.2, 2026-03-01, 2026-03-02, YES",
        "47.91.2, 2026-03-02, , LICENSED",
        "47.91.2, , 2026-03-01, LICENSED",
        "47.91.1, , , LICENSED"
    })
    void shouldWantALicenceThatHolds(String licensedFor, LocalDate from, LocalDate to, Verdict verdict) {
        licensed = Set.of("47.91.2");
        assertThat(answer().verdict()).isEqualTo(Verdict.LICENSED);
        licences = List.of(new Licence(licensedFor, from, to));
        assertThat(answer().verdict()).isEqualTo(verdict);
    }

    @Test
    void shouldWantTheLicenceOfAServiceLine() {
        lines = Set.of(ServiceLine.STORAGE);
        held = List.of("47.91", "52.10");
        licensed = Set.of("52.10");
        assertThat(answer().reasons())
                .containsExactly(new SalePermission.Reason(
                        Verdict.LICENSED, Cause.SERVICE_LINE, "52.10", ServiceLine.STORAGE, null));
        licences = List.of(new Licence("52.1", null, null));
        assertThat(answer().verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void shouldTellEverythingTheGravestFirst() {
        held = List.of();
        rules = List.of(
                rule(Kind.LICENSED, "medicines", null, null, "46.46", "2026-01-01", null),
                rule(Kind.NEEDS_CODE, "medicines", null, null, "47.73", "2026-01-01", null),
                rule(Kind.BANNED, "medicines", null, null, null, "2026-01-01", null));
        assertThat(answer().verdict()).isEqualTo(Verdict.BANNED);
        assertThat(answer().reasons())
                .extracting(SalePermission.Reason::verdict)
                .containsExactly(Verdict.BANNED, Verdict.NEEDS_CODE, Verdict.NEEDS_CODE, Verdict.LICENSED);
    }

    private SalePermission answer() {
        return SalePermission.of(
                new SaleQuestion(scheme, held, licences, code, licensed, goods, lines, channel, DAY, rules));
    }

    private static SaleRule rule(
            Kind kind, String goods, SaleChannel channel, ServiceLine line, String code, String from, String to) {
        return new SaleRule(
                UUID.randomUUID(),
                kind,
                goods,
                channel,
                line,
                code,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "a law");
    }
}
