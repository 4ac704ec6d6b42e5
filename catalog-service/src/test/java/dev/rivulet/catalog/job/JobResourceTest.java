package dev.rivulet.catalog.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JobResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldShowAJobFromItsBeginningToItsEnd() {
        var accepted = imports("code,name\n01,Crops\n");
        accepted.then().statusCode(202).body("status", equalTo("QUEUED")).body("kind", equalTo("activity-codes"));
        var job = Finished.of(sales, accepted);
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(job.getLong("rowsDone")).isEqualTo(1);
        assertThat(job.getLong("rowsTotal")).isEqualTo(1);
        assertThat(job.getInt("attempts")).isEqualTo(1);
        assertThat(job.getString("finishedAt")).isNotNull();
        sales.get("/jobs").then().body("items", hasSize(1)).body("items[0].id", equalTo(job.getString("id")));
    }

    @Test
    void shouldPageTheRowsRefusedInTheCallersLanguage() {
        var csv = new StringBuilder("code,name\n");
        for (var i = 0; i < 7; i++) {
            csv.append("x").append(i).append(",Name\n");
        }
        var job = Finished.of(sales, imports(csv.toString()));
        assertThat(job.getLong("rowsRefused")).isEqualTo(7);
        var lines = new ArrayList<Integer>();
        var path = "/jobs/" + job.getString("id") + "/errors?limit=3";
        for (String next = path; next != null; ) {
            var page = sales.http().urlEncodingEnabled(false).get(next).jsonPath();
            lines.addAll(page.getList("items.line"));
            next = page.getString("nextCursor") == null ? null : path + "&cursor=" + page.getString("nextCursor");
        }
        assertThat(lines).containsExactly(2, 3, 4, 5, 6, 7, 8);
        sales.http()
                .header("Accept-Language", "ru")
                .get(path)
                .then()
                .body("items[0].pointer", equalTo("/code"))
                .body("items[0].code", equalTo("activity-code-format"))
                .body("items[0].detail", containsString("не код деятельности"));
        sales.get(path).then().body("items[0].detail", containsString("is no activity code"));
    }

    @Test
    void shouldTakeOverAJobWhoseReplicaWasKilled() {
        var id = stored("RUNNING", 1, "code,name\n01,Crops\n02,Wood\n");

        var job = Finished.at(sales, "/jobs/" + id);

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(job.getInt("attempts")).isEqualTo(2);
        assertThat(job.getLong("summary.added")).isEqualTo(2);
        assertThat(Sql.number("SELECT count(*) FROM job_part WHERE job_id = ?::uuid", id))
                .as("the body goes when it is no longer needed")
                .isZero();
    }

    @Test
    void shouldGiveUpAJobThatTakesItsReplicaDown() {
        var job = Finished.at(sales, "/jobs/" + stored("RUNNING", 5, "code,name\n01,Crops\n"));
        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(job.getString("reason")).isEqualTo("job-interrupted");
        assertThat(job.getString("detail")).contains("5 times");
    }

    @Test
    void shouldRestartWhatHasFailed() {
        var job = Finished.at(sales, "/jobs/" + stored("RUNNING", 5, "code,name\n01,Crops\n"));
        var path = "/jobs/" + job.getString("id");
        sales.http().post(path + "/restarts").then().statusCode(428);
        sales.http().header("If-Match", "\"0\"").post(path + "/restarts").then().statusCode(412);
        sales.inRole("ops").advance(path, "restarts").then().statusCode(403);
        Caller.as("sales")
                .http()
                .header("If-Match", "\"0\"")
                .post(path + "/restarts")
                .then()
                .statusCode(404);
        sales.advance(path, "restarts").then().statusCode(200).body("status", equalTo("QUEUED"));
        var again = Finished.at(sales, path);
        assertThat(again.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(again.getString("reason")).isNull();
    }

    @Test
    void shouldRestartNothingElse() {
        var path =
                "/jobs/" + Finished.of(sales, imports("code,name\n01,Crops\n")).getString("id");
        sales.advance(path, "restarts").then().statusCode(409).body("code", equalTo("job-not-failed"));
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, QUEUED, false",
        "QUEUED, RUNNING, true",
        "QUEUED, SUCCEEDED, false",
        "QUEUED, FAILED, false",
        "RUNNING, QUEUED, false",
        "RUNNING, RUNNING, true",
        "RUNNING, SUCCEEDED, true",
        "RUNNING, FAILED, true",
        "SUCCEEDED, QUEUED, false",
        "SUCCEEDED, RUNNING, false",
        "SUCCEEDED, SUCCEEDED, false",
        "SUCCEEDED, FAILED, false",
        "FAILED, QUEUED, true",
        "FAILED, RUNNING, false",
        "FAILED, SUCCEEDED, false",
        "FAILED, FAILED, false"
    })
    void shouldKnowEveryTransition(JobStatus from, JobStatus to, boolean legal) {
        assertThat(from.mayBecome(to)).isEqualTo(legal);
    }

    @Test
    void shouldFailWithAReason() {
        var job = Finished.of(sales, imports("number,name\n01,Crops\n"));
        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(job.getString("reason")).isEqualTo("csv-column-missing");
        assertThat(job.getString("detail")).isEqualTo("The file has no column code.");
        sales.get("/jobs/" + job.getString("id") + "/result")
                .then()
                .statusCode(409)
                .body("code", equalTo("job-not-done"));
    }

    @Test
    void shouldStartOneJobForOneKey() {
        var first = keyed("code,name\n01,Crops\n");
        var second = keyed("code,name\n01,Crops\n");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        keyed("code,name\n02,Wood\n").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        sales.get("/jobs").then().body("items", hasSize(1));
    }

    @Test
    void shouldHideOtherTenantsJobs() {
        var path =
                "/jobs/" + Finished.of(sales, imports("code,name\n01,Crops\n")).getString("id");
        var stranger = Caller.as("admin");
        for (var below : new String[] {"", "/errors", "/result"}) {
            stranger.get(path + below).then().statusCode(404);
            sales.inRole("partner").get(path + below).then().statusCode(403);
        }
        sales.get(path + "/result").then().statusCode(404);
        stranger.get("/jobs").then().body("items", hasSize(0));
        sales.get("/jobs/" + UUID.randomUUID()).then().statusCode(404);
    }

    private Response imports(String csv) {
        return sales.http()
                .contentType("text/csv")
                .body(csv.getBytes())
                .post("/activity-code-imports?scheme=TEST&edition=1");
    }

    private Response keyed(String csv) {
        return sales.http()
                .contentType("text/csv")
                .header("Idempotency-Key", "one")
                .body(csv.getBytes())
                .post("/activity-code-imports?scheme=TEST&edition=1");
    }

    /** What a killed replica leaves: a job under a lease that nobody renews. */
    private String stored(String status, int attempts, String csv) {
        var id = UUID.randomUUID().toString();
        Sql.run("""
                BEGIN;
                INSERT INTO job (tenant_id, id, kind, status, dry_run, parameters, attempts, lease_owner, lease_until, started_at)
                VALUES ('%1$s', '%2$s', 'activity-codes', '%3$s', false,
                  '{"scheme": "TEST", "edition": "1", "charset": "UTF-8"}', %4$d, gen_random_uuid(), now(), now());
                INSERT INTO job_part VALUES ('%1$s', '%2$s', 'INPUT', 0, convert_to('%5$s', 'UTF8'));
                COMMIT""".formatted(sales.tenant(), id, status, attempts, csv));
        return id;
    }
}
