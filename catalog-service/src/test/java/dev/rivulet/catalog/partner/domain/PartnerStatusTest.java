package dev.rivulet.catalog.partner.domain;

import static dev.rivulet.catalog.partner.domain.PartnerStatus.ACTIVE;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.CONTRACTED;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.ENDED;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.PROSPECT;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.SUSPENDED;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartnerStatusTest {

    private static final Map<PartnerStatus, Set<PartnerStatus>> LEGAL = Map.of(
            PROSPECT, Set.of(CONTRACTED, ENDED),
            CONTRACTED, Set.of(TRAINING, ENDED),
            TRAINING, Set.of(ACTIVE, ENDED),
            ACTIVE, Set.of(SUSPENDED, ENDED),
            SUSPENDED, Set.of(ACTIVE, ENDED),
            ENDED, Set.of());

    @ParameterizedTest
    @EnumSource
    void shouldAllowTheCycleAndNothingElse(PartnerStatus from) {
        for (var to : PartnerStatus.values()) {
            assertThat(from.mayBecome(to))
                    .as(from + " to " + to)
                    .isEqualTo(LEGAL.get(from).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTrainUnderContractOnly(PartnerStatus status) {
        assertThat(status.trains())
                .isEqualTo(Set.of(TRAINING, ACTIVE, SUSPENDED).contains(status));
    }
}
