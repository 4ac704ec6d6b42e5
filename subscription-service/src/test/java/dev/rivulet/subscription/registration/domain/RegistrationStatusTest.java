package dev.rivulet.subscription.registration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationStatusTest {

    private static final Map<String, String> STEPS = Map.of(
            "SUBMITTED", "APPROVED REJECTED",
            "APPROVED", "EXPIRED CONVERTED",
            "REJECTED", "",
            "EXPIRED", "",
            "CONVERTED", "");

    /** All 25 pairs: what is not listed is illegal. */
    @ParameterizedTest
    @EnumSource
    void shouldLeadWhereItLeadsAndNowhereElse(RegistrationStatus status) {
        var allowed = Set.of(STEPS.get(status.name()).split(" "));
        for (var next : RegistrationStatus.values()) {
            assertThat(status.mayBecome(next)).as(status + " to " + next).isEqualTo(allowed.contains(next.name()));
        }
    }
}
