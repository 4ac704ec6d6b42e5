package dev.rivulet.catalog.product.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductStatusTest {

    @ParameterizedTest
    @CsvSource({"IDEA, VALIDATING", "VALIDATING, ACTIVE", "ACTIVE, RETIRED", "RETIRED,"})
    void shouldGoOneWay(ProductStatus from, ProductStatus only) {
        var allowed = EnumSet.allOf(ProductStatus.class);
        allowed.removeIf(to -> !from.mayBecome(to));
        assertThat(allowed).isEqualTo(only == null ? Set.of() : Set.of(only));
    }

    @ParameterizedTest
    @CsvSource({"IDEA,", "VALIDATING, VALIDATION", "ACTIVE, ACTIVATION", "RETIRED,"})
    void shouldWantEvidenceBeforeTheFirstTwoSteps(ProductStatus to, Gate gate) {
        assertThat(Gate.before(to).orElse(null)).isEqualTo(gate);
    }

    @ParameterizedTest
    @CsvSource({"5, 0, false, false", "5, 4, false, false", "5, 5, false, true", "5, 6, false, true", "5, 0, true, true"
    })
    void shouldOpenForEvidenceOrASignature(int required, long found, boolean waived, boolean open) {
        assertThat(new GateState(Gate.VALIDATION, required, found, waived).isOpen())
                .isEqualTo(open);
    }
}
