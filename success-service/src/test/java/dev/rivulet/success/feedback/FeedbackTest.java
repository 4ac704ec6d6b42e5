package dev.rivulet.success.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FeedbackTest {

    private static final UUID PRODUCT = Producer.named("product");

    private final Caller success = Caller.fresh();

    @Test
    void shouldKeepWhatTheCustomerWasWorthWhenItSaidSo() {
        var account = success.customer(10);
        var contact = success.contact(account, "Ada Nowak");
        var id = record(account, "WISH", "\"feature\":\"certificates\",\"contactId\":\"" + contact + "\"");
        var producer = success.producer();
        producer.send(producer.subscription(UUID.randomUUID(), account, 0, 5, Caller.today()));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.at("/mrr/amount").asText()).isEqualTo("98.00"));
        var later = record(account, "PRAISE", null);

        success.get("/feedback/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("mrr.amount", equalTo("49.00"))
                .body("requestId", nullValue())
                .body("recordedBy", equalTo("success@" + success.tenant()));
        success.get("/feedback/" + later).then().body("mrr.amount", equalTo("98.00"));
        assertThat(success.json("/customers/" + account).path("feedback")).hasSize(2);
        assertThat(success.json("/feedback?kind=WISH&feature=certificates&merged=false&productId=" + PRODUCT)
                        .findValuesAsText("id"))
                .containsExactly(id);
        assertThat(success.json("/feedback?contactId=" + contact).path("items")).hasSize(1);
        assertThat(success.json("/feedback?merged=true").path("items")).isEmpty();
        Caller.fresh().get("/feedback/" + id).then().statusCode(404);
    }

    @Test
    void shouldBeCorrectedAndTakenBack() {
        var account = success.customer(10);
        var path = "/feedback/" + record(account, "WISH", null);
        success.patch(path, "\"0\"", "{\"text\":\"Certificates, soon\",\"kind\":\"PROBLEM\"}")
                .then()
                .statusCode(200)
                .body("kind", equalTo("PROBLEM"));
        var told = success.json("/customers/" + account + "/timeline?kind=FEEDBACK_GIVEN");
        assertThat(told.path("items")).hasSize(1);
        assertThat(told.at("/items/0/text").asText()).isEqualTo("Certificates, soon");
        success.http().header("If-Match", "\"0\"").delete(path).then().statusCode(412);
        success.http().delete(path).then().statusCode(428);
        success.http().header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        success.get(path).then().statusCode(404);
        assertThat(success.json("/customers/" + account + "/timeline?kind=FEEDBACK_GIVEN")
                        .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"accountId":"ID","kind":"WISH","text":" ","productId":"ID"}                                     | 400 | /text       | value-missing
            {"accountId":"ID","kind":"RANT","text":"t","productId":"ID"}                                     | 400 | /kind       | value-invalid
            {"accountId":"ID","kind":"WISH","text":"t"}                                                      | 400 | /productId  | value-missing
            {"accountId":"ID","kind":"WISH","text":"t","productId":"ID"}                                     | 422 | /accountId  | account-unknown
            {"accountId":"ID","kind":"WISH","text":"t","productId":"ID","mrr":{"amount":"1","currency":"EUR"}} | 400 | /mrr      | unknown-property
            """)
    void shouldPointAtTheFault(String body, int status, String pointer, String code) {
        success.post("/feedback", body.replace("ID", Producer.named("nobody").toString()))
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    private String record(UUID account, String kind, String more) {
        return success.post("/feedback", """
                {"accountId":"%s","kind":"%s","text":"Certificates","productId":"%s"%s}""".formatted(account, kind, PRODUCT, more == null ? "" : "," + more))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
