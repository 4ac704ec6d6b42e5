package dev.rivulet.success.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class NoteTest {

    private final Caller success = Caller.fresh();

    @Test
    void shouldStandInTheTimelineWithItsAuthor() {
        var account = success.customer(10);
        var path = "/customers/" + account;
        for (var repeated = 0; repeated < 2; repeated++) {
            success.http()
                    .contentType("application/json")
                    .header("Idempotency-Key", "note-1")
                    .body("{\"text\":\" Twelve more in May \",\"occurredAt\":\"2025-03-01T09:30:00Z\"}")
                    .post(path + "/notes")
                    .then()
                    .statusCode(201)
                    .body("text", equalTo("Twelve more in May"))
                    .body("author", equalTo("success@" + success.tenant()));
        }

        var notes = success.json(path + "/timeline?kind=NOTE").path("items");
        assertThat(notes).hasSize(1);
        assertThat(notes.at("/0/text").asText()).isEqualTo("Twelve more in May");
        assertThat(notes.at("/0/occurredAt").asText()).isEqualTo("2025-03-01T09:30:00Z");
        assertThat(notes.at("/0/facts/author").asText()).isEqualTo("success@" + success.tenant());
        success.post("/customers/" + UUID.randomUUID() + "/notes", "{\"text\":\"x\"}")
                .then()
                .statusCode(404);
        Caller.fresh().post(path + "/notes", "{\"text\":\"x\"}").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":" "}                                          | /text       | value-missing
            {"occurredAt":"2025-03-01T09:30:00Z"}                 | /text       | value-missing
            {"text":"x","occurredAt":"1999-12-31T23:59:59Z"}      | /occurredAt | time-out-of-range
            {"text":"x","occurredAt":"yesterday"}                 | /occurredAt | wrong-type
            {"text":"x","occurredAt":"2098-01-01T00:00:00Z"}      | /occurredAt | time-in-future
            {"text":"x","author":"me"}                            | /author     | unknown-property
            """)
    void shouldPointAtTheFault(String body, String pointer, String code) {
        success.post("/customers/" + UUID.randomUUID() + "/notes", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }
}
