package dev.rivulet.success.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonErasedTest {

    private static final PersonErased ADA = new PersonErased(
            UUID.randomUUID(),
            UUID.randomUUID(),
            List.of("Ada Nowak", "ada.n+x@northwind.example", "Ольга Ким"),
            Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Met Ada Nowak today               | Met [erased] today
            ADA NOWAK, ada nowak              | [erased], [erased]
            to Ada.N+X@northwind.example.     | to [erased].
            adaXn+x@northwind.example         | adaXn+x@northwind.example
            звонили ОЛЬГА КИМ                 | звонили [erased]
            Ada alone                         | Ada alone
            Ada Nowak's, (ada nowak)          | [erased]'s, ([erased])
            Ada Nowakowski, Canada Nowak      | Ada Nowakowski, Canada Nowak
            xada.n+x@northwind.example        | xada.n+x@northwind.example
            Ольга Кима                        | Ольга Кима
            """)
    void shouldTakeThePersonOutOfATextAndNothingElse(String text, String left) {
        assertThat(ADA.without(text)).isEqualTo(left);
    }

    @Test
    void shouldLeaveNothingOfAnAddressThatANameIsPartOf() {
        var ada = new PersonErased(ADA.contact(), ADA.account(), List.of("Ada", " ", "ada@kern.example"), Map.of());
        assertThat(ada.without("Ada is ada@kern.example")).isEqualTo("[erased] is [erased]");
    }

    @Test
    void shouldLeaveTextsAloneWhenNobodyKnowsTheNamesAnyMore() {
        var again = new PersonErased(ADA.contact(), ADA.account(), List.of(), Map.of());
        assertThat(again.without("Met Ada Nowak")).isEqualTo("Met Ada Nowak");
        assertThat(again.without(null)).isNull();
    }

    @Test
    void shouldHashTheSameToTheSameUnderOneKeyOnly() {
        var key = new byte[] {1};
        assertThat(IdentityHash.of(key, "user anna")).isEqualTo(IdentityHash.of(key, "user anna"));
        assertThat(IdentityHash.of(key, "user anna")).isNotEqualTo(IdentityHash.of(key, "user ann"));
        assertThat(IdentityHash.of(key, "user anna")).isNotEqualTo(IdentityHash.of(new byte[] {2}, "user anna"));
    }
}
