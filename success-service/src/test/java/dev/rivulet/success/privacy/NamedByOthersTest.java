package dev.rivulet.success.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.request.Wishes;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others said and asked for names Ada Nowak as well: she is shown it, and gone from it once she is erased. */
@QuarkusTest
class NamedByOthersTest {

    private static final String NAME = "Ada Nowak";

    private final Caller success = Caller.fresh();
    private final Wishes wishes = new Wishes(success);
    private UUID account;
    private UUID ada;
    private String merged;
    private String standing;

    @BeforeEach
    void benTalksOfAda() {
        account = success.customer(10);
        ada = success.contact(account, NAME);
        var ben = success.contact(account, "Ben Weiss");
        created("/customers/" + account + "/notes", "{\"text\":\"Ask Ada Nowak, not Adaline Nowakowski\"}");
        created("/customers/" + account + "/interactions", """
                {"kind":"CALL","contactId":"%s","summary":"ada nowak joins in May"}""".formatted(ben));
        created("/customers/" + account + "/interactions", """
                {"kind":"CALL","contactId":"%s","summary":"Nothing new"}""".formatted(ben));
        created("/problems", """
                {"accountId":"%s","title":"Login of Ada Nowak fails","description":"Ada Nowak, daily","severity":"LOW",
                 "contactId":"%s"}""".formatted(account, ben));
        created("/problems", """
                {"accountId":"%s","title":"Slow","description":"Says Ada Nowak","severity":"LOW"}""".formatted(account));
        var wish = created("/feedback", """
                {"accountId":"%s","kind":"WISH","text":"Certificates, says Ada Nowak","productId":"%s","contactId":"%s"}\
                """.formatted(account, Wishes.PRODUCT, ben));
        merged = created("/requests", """
                {"feedbackId":"%s","title":"Certificates for Ada Nowak","description":"As Ada Nowak drew them"}\
                """.formatted(wish));
        standing = wishes.request(wishes.wish(account), "Certificates");
        wishes.merge(standing, "{\"requestId\":\"" + merged + "\"}");
    }

    @Test
    void shouldShowWhereOthersNameAPerson() {
        var parts = exported();
        assertThat(texts(parts.path("interactionsWithOthers"))).containsExactly("ada nowak joins in May");
        assertThat(texts(parts.path("problemsOfOthers")))
                .containsExactly("Login of Ada Nowak fails", "Ada Nowak, daily", "Says Ada Nowak");
        assertThat(texts(parts.path("feedbackOfOthers"))).containsExactly("Certificates, says Ada Nowak");
        assertThat(texts(parts.path("requests")))
                .containsExactly("Certificates for Ada Nowak", "As Ada Nowak drew them");
        assertThat(parts.at("/requests/0/id").asText()).isEqualTo(merged);
        assertThat(texts(parts.path("timeline")))
                .containsExactlyInAnyOrder(
                        "Ask Ada Nowak, not Adaline Nowakowski",
                        "ada nowak joins in May",
                        "Login of Ada Nowak fails",
                        "Certificates, says Ada Nowak");
        assertThat(parts.path("interactions")).isEmpty();
    }

    @Test
    void shouldTakeAPersonOutOfWhatOthersWrote() {
        success.inRole("admin")
                .post("/contacts/" + ada + "/erasures", "{}")
                .then()
                .statusCode(200);
        for (var path : List.of(
                "/customers/" + account + "/interactions",
                "/customers/" + account + "/timeline",
                "/problems",
                "/feedback",
                "/requests/" + merged)) {
            assertThat(success.get(path).then().statusCode(200).extract().asString())
                    .as(path)
                    .contains("[erased]")
                    .doesNotContainIgnoringCase(NAME);
        }
        assertThat(success.json("/customers/" + account + "/timeline").toString())
                .contains("Ask [erased], not Adaline Nowakowski");
        assertThat(success.json("/requests/" + standing).path("title").asText()).isEqualTo("Certificates");
    }

    private JsonNode exported() {
        return Caller.tree(success.post("/contacts/" + ada + "/exports", "{}")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .path("parts");
    }

    private static List<String> texts(JsonNode part) {
        return part.findValuesAsText("text");
    }

    private String created(String path, String body) {
        return success.post(path, body).then().statusCode(201).extract().path("id");
    }
}
