package dev.rivulet.catalog.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.catalog.Caller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;

/** Waits for the jobs that requests have started. */
public final class Finished {

    private static final List<String> ENDS = List.of("SUCCEEDED", "FAILED");

    private Finished() {}

    /** The job that a 202 answered with, as it is at its end. */
    public static JsonPath of(Caller caller, Response accepted) {
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return at(caller, accepted.header("Location"));
    }

    /** The job at a path, as it is at its end. */
    public static JsonPath at(Caller caller, String path) {
        return await().atMost(60, SECONDS)
                .pollInterval(20, MILLISECONDS)
                .until(() -> caller.get(path).jsonPath(), job -> ENDS.contains(job.getString("status")));
    }
}
