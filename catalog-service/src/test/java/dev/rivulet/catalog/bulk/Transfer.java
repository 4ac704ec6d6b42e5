package dev.rivulet.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.job.Finished;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Catalogs moved out and in through the jobs. */
final class Transfer {

    private Transfer() {}

    static String exported(Caller caller) {
        var job = Finished.of(caller, caller.http().post("/catalog-exports"));
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        var result = caller.get("/jobs/" + job.getString("id") + "/result");
        result.then().statusCode(200).contentType("application/x-ndjson");
        return new String(result.asByteArray(), StandardCharsets.UTF_8);
    }

    /** The job that has imported the lines. */
    static JsonPath imported(Caller caller, String lines, String query) {
        return Finished.of(caller, send(caller.inRole("admin"), lines, query));
    }

    static Response send(Caller caller, String lines, String query) {
        return caller.http()
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/catalog-imports" + query);
    }

    /** The rows refused, each as its line, pointer and code. */
    static List<String> errors(Caller caller, JsonPath job) {
        return caller
                .get("/jobs/" + job.getString("id") + "/errors?limit=100")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .map(error -> error.get("line") + " " + error.get("pointer") + " " + error.get("code"))
                .toList();
    }
}
