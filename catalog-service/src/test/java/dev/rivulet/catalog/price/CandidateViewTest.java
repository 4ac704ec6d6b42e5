package dev.rivulet.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.catalog.price.CandidateView.Origin;
import dev.rivulet.catalog.price.PriceQuoteView.AdjustmentView;
import dev.rivulet.kit.price.Lost;
import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What writes itself says what it would say if it were looked through. */
class CandidateViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<CandidateView> candidates() {
        var id = UUID.fromString("0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01");
        return List.of(
                new CandidateView(id, 1, Origin.PLAN, null, null, List.of(), 0, true, Set.of()),
                new CandidateView(
                        id,
                        7,
                        Origin.INHERITED,
                        id,
                        "gold \"é\"",
                        List.of(new AdjustmentView(id, "-10"), new AdjustmentView(id, "2.5")),
                        12,
                        false,
                        EnumSet.allOf(Lost.class)));
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void shouldWriteEveryPropertyInItsOrder(CandidateView candidate) throws Exception {
        var expected = JSON.createObjectNode();
        for (var component : CandidateView.class.getRecordComponents()) {
            var value = value(candidate, component);
            if (value != null) {
                expected.set(component.getName(), JSON.valueToTree(value));
            }
        }
        assertThat(JSON.writeValueAsString(candidate)).isEqualTo(JSON.writeValueAsString(expected));
    }

    private static @Nullable Object value(CandidateView candidate, RecordComponent component) throws Exception {
        return component.getAccessor().invoke(candidate);
    }
}
