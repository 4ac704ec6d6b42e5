package dev.rivulet.success.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestMergeTest {

    private final Caller success = Caller.fresh();
    private final Wishes wishes = new Wishes(success);

    @Test
    void shouldCountACustomerOnceHoweverItIsPutTogether() {
        var one = wishes.customer("EUR");
        var other = wishes.customer("EUR");
        var request = wishes.request(wishes.wish(one), "Certificates");
        var same = wishes.request(wishes.wish(one), "Diplomas");
        wishes.mergeWishes(same, wishes.wish(other));

        var merge = wishes.merge(request, "{\"requestId\":\"" + same + "\"}");

        success.get("/requests/" + request)
                .then()
                .body("accounts", equalTo(2))
                .body("items", equalTo(3))
                .body("merges", equalTo(1))
                .body("mrr[0].amount", equalTo("98.00"));
        success.get("/requests/" + same)
                .then()
                .body("mergedInto", equalTo(request))
                .body("items", equalTo(0));
        assertThat(success.json("/requests").findValuesAsText("id")).containsExactly(request);
        assertThat(success.json("/requests?mergedInto=" + request).findValuesAsText("id"))
                .containsExactly(same);
        assertThat(success.json("/feedback?requestId=" + request).path("items")).hasSize(3);
        success.post("/requests/" + same + "/moves", wishes.etag(same), "{\"status\":\"PLANNED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("request-merged"));

        wishes.undo(request, merge);

        success.get("/requests/" + request)
                .then()
                .body("accounts", equalTo(1))
                .body("items", equalTo(1))
                .body("merges", equalTo(0));
        success.get("/requests/" + same)
                .then()
                .body("mergedInto", nullValue())
                .body("accounts", equalTo(2))
                .body("items", equalTo(2));
        success.get("/requests/" + request + "/merges")
                .then()
                .body("items", hasSize(1))
                .body("items[0].requestId", equalTo(same))
                .body("items[0].undoneBy", equalTo("success@" + success.tenant()));
        success.http()
                .header("If-Match", wishes.etag(request))
                .delete("/requests/" + request + "/merges/" + merge)
                .then()
                .statusCode(409)
                .body("code", equalTo("merge-undone"));
    }

    @Test
    void shouldRefuseWhatDoesNotBelongTogether() {
        var account = wishes.customer("EUR");
        var request = wishes.request(wishes.wish(account), "Certificates");
        var foreign = wishes.request(wishes.word(account, "WISH", Producer.named("other")), "Elsewhere");
        var nobody = Producer.named("nobody");
        refused(request, "{}", 400, "merge-one");
        refused(request, "{\"feedbackIds\":[]}", 400, "merge-size");
        refused(request, "{\"requestId\":\"" + request + "\"}", 422, "request-unfit");
        refused(request, "{\"requestId\":\"" + foreign + "\"}", 422, "request-product");
        refused(request, "{\"requestId\":\"" + nobody + "\"}", 422, "request-unknown");
        refused(request, "{\"feedbackIds\":[\"" + nobody + "\"]}", 422, "feedback-unknown");
        refused(
                request,
                "{\"feedbackIds\":[\"" + wishes.word(account, "PRAISE", Wishes.PRODUCT) + "\"]}",
                422,
                "feedback-no-wish");
        refused(
                request,
                "{\"feedbackIds\":[\"" + wishes.word(account, "WISH", Producer.named("other")) + "\"]}",
                422,
                "request-product");
        success.post("/requests/" + request + "/merges", "{\"requestId\":\"" + foreign + "\"}")
                .then()
                .statusCode(428);
        success.inRole("ops")
                .post("/requests/" + request + "/merges", "\"0\"", "{\"requestId\":\"" + foreign + "\"}")
                .then()
                .statusCode(403);
        success.http()
                .header("If-Match", "\"0\"")
                .delete("/requests/" + request + "/merges/" + nobody)
                .then()
                .statusCode(404);
        Caller.fresh()
                .post("/requests/" + request + "/merges", "\"0\"", "{\"requestId\":\"" + foreign + "\"}")
                .then()
                .statusCode(404);
        success.post("/requests/" + request + "/moves", wishes.etag(request), "{\"status\":\"RELEASED\"}")
                .then()
                .statusCode(200);
        success.post(
                        "/requests/" + request + "/merges",
                        wishes.etag(request),
                        "{\"feedbackIds\":[\"" + wishes.wish(account) + "\"]}")
                .then()
                .statusCode(409)
                .body("code", equalTo("request-released"));
    }

    private void refused(String request, String order, int status, String code) {
        success.post("/requests/" + request + "/merges", wishes.etag(request), order)
                .then()
                .statusCode(status)
                .body("errors.code", hasItem(code));
    }

    /** Put together and apart at random, figures are those of the words that are there, and all can be undone. */
    @Test
    void shouldAddUpWhateverIsPutTogetherAndApart() {
        var seed = new Random().nextLong();
        System.out.println("seed of merges: " + seed);
        var random = new Random(seed);
        var customers = List.of(wishes.customer("EUR"), wishes.customer("EUR"));
        var requests = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            requests.add(wishes.request(wishes.wish(customers.get(random.nextInt(2))), "Request " + i));
        }
        record Done(String request, String merge) {}
        Deque<Done> done = new ArrayDeque<>();
        for (var step = 0; step < 12; step++) {
            var standing = success.json("/requests").findValuesAsText("id");
            var target = standing.get(random.nextInt(standing.size()));
            var other = standing.get(random.nextInt(standing.size()));
            if (random.nextInt(3) == 0) {
                done.push(new Done(
                        target,
                        wishes.merge(
                                target,
                                "{\"feedbackIds\":[\"" + wishes.wish(customers.get(random.nextInt(2))) + "\"]}")));
            } else if (target.equals(other)) {
                undo(done.poll() instanceof Done last ? List.of(last.request(), last.merge()) : List.of());
            } else {
                done.push(new Done(target, wishes.merge(target, "{\"requestId\":\"" + other + "\"}")));
            }
            requests.forEach(this::assertFigures);
        }
        done.forEach(last -> undo(List.of(last.request(), last.merge())));
        requests.forEach(request -> {
            assertFigures(request);
            success.get("/requests/" + request)
                    .then()
                    .body("items", equalTo(1))
                    .body("merges", equalTo(0))
                    .body("mergedInto", nullValue());
        });
    }

    private void undo(List<String> merge) {
        if (!merge.isEmpty()) {
            wishes.undo(merge.getFirst(), merge.getLast());
        }
    }

    private void assertFigures(String request) {
        var words = success.json("/feedback?requestId=" + request).path("items");
        var shown = success.json("/requests/" + request);
        assertThat(shown.path("items").asInt()).isEqualTo(words.size());
        assertThat(shown.path("accounts").asInt()).isEqualTo(new HashSet<>(words.findValuesAsText("accountId")).size());
    }

    @Test
    void shouldMergeOnceWhenAskedTwiceAtOnce() {
        var account = wishes.customer("EUR");
        var request = wishes.request(wishes.wish(account), "Certificates");
        var wish = wishes.wish(account);
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            success.http()
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"0\"")
                    .body("{\"feedbackIds\":[\"" + wish + "\"]}")
                    .post("/requests/" + request + "/merges")
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"1\"");
        }
        success.get("/requests/" + request).then().body("items", equalTo(2));
    }
}
