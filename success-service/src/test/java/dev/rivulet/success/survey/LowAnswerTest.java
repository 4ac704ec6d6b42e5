package dev.rivulet.success.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LowAnswerTest {

    /** Hears what the rest of the service hears. */
    @Singleton
    static class Ear {

        final List<LowAnswer> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes LowAnswer answer) {
            heard.add(answer);
        }

        List<LowAnswer> of(UUID account) {
            return heard.stream()
                    .filter(answer -> answer.accountId().equals(account))
                    .toList();
        }
    }

    @Inject
    Ear ear;

    private final Caller success = Caller.fresh();

    @ParameterizedTest
    @CsvSource({
        "NPS, 6, true",
        "NPS, 7, false",
        "CSAT, 2, true",
        "CSAT, 3, false",
        "CES, 3, true",
        "CES, 4, false",
    })
    void shouldBeHeardBelowTheLineOfItsKind(SurveyKind kind, int value, boolean low) {
        var account = success.customer(5);
        record(account, kind, value, Instant.now());
        assertThat(ear.of(account)).hasSize(low ? 1 : 0);
        if (low) {
            var heard = ear.of(account).getFirst();
            assertThat(heard.value()).isEqualTo(value);
            assertThat(heard.kind()).isEqualTo(kind);
            assertThat(heard.respondent()).isEqualTo("ceo");
            assertThat(heard.comment()).isEqualTo("so so");
        }
    }

    @Test
    void shouldNotBeHeardOfHistory() {
        var account = success.customer(5);
        record(account, SurveyKind.NPS, 0, Instant.now().minus(31, ChronoUnit.DAYS));
        assertThat(ear.of(account)).isEmpty();
        record(account, SurveyKind.NPS, 0, Instant.now().minus(29, ChronoUnit.DAYS));
        assertThat(ear.of(account)).hasSize(1);
    }

    private void record(UUID account, SurveyKind kind, int value, Instant at) {
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"%s","value":%d,"respondent":"ceo","comment":"so so","answeredAt":"%s"}""".formatted(account, kind, value, at))
                .then()
                .statusCode(201);
    }
}
