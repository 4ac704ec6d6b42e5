package dev.rivulet.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.Operation;
import dev.rivulet.local.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Who may do what, and that nobody sees what is another tenant's: for every operation of the API. */
@QuarkusTest
class OperationAccessTest {

    private static final List<String> READERS = List.of("sales", "success", "billing", "admin", "ops");
    private static final List<String> WRITERS = List.of("sales", "admin");

    @Test
    void shouldBeForItsRolesOnly() throws IOException {
        var tenant = "t-" + UUID.randomUUID();
        var all = new SoftAssertions();
        var operations = Operation.all();
        assertThat(operations).hasSizeGreaterThan(110);
        for (var operation : operations) {
            var allowed = allowed(operation);
            for (var role : List.of("sales", "success", "billing", "admin", "ops", "partner", "stranger")) {
                // A partner's token sees its own things: PartnerTokenTest.
                if (!role.equals("partner") || !operation.path().startsWith("/partners")) {
                    var status = call(as(tenant, role), operation).statusCode();
                    all.assertThat(status != 403).as(role + " " + operation).isEqualTo(allowed.contains(role));
                    all.assertThat(status).as(role + " " + operation).isLessThan(500);
                }
            }
            refused(given(), operation, 401, "token-missing", all);
            refused(bearing(Tokens.expired(tenant, "admin")), operation, 401, "token-missing", all);
            refused(bearing(Tokens.forged(tenant, "admin")), operation, 401, "token-missing", all);
            refused(as(null, "admin"), operation, 403, "tenant-missing", all);
        }
        all.assertAll();
    }

    @Test
    void shouldHideEveryThingFromOtherTenants() throws IOException {
        var sales = Caller.as("sales");
        var stranger = Caller.as("admin");
        var places = new Places(sales);
        var all = new SoftAssertions();
        for (var operation : Operation.all()) {
            // Nothing is parked here; whose dead letters are seen is for the kit to test.
            if (!operation.isAboutAThing() || operation.path().startsWith("/dead-letters")) {
                continue;
            }
            var place = places.at(operation.path());
            if (operation.method().equals("GET") && !operation.path().endsWith("/result")) {
                all.assertThat(sales.get(place).statusCode())
                        .as("own " + operation)
                        .isEqualTo(200);
            }
            var request = stranger.http().header("If-Match", "\"0\"");
            if (operation.mediaType() != null) {
                request.contentType(operation.mediaType())
                        .body(places.filled(operation.examples().getFirst()).getBytes(StandardCharsets.UTF_8));
            }
            var answer = request.request(operation.method(), place);
            all.assertThat(answer.statusCode() + " " + answer.asString())
                    .as("another's " + operation)
                    .startsWith("404")
                    .contains("\"not-found\"");
        }
        all.assertAll();
    }

    /** Sales people and administrators write; all but partners read; who may do more or less is said here. */
    private static List<String> allowed(Operation operation) {
        var reads = operation.method().equals("GET");
        var path = operation.path();
        return switch (path.split("/")[1]) {
            case "dead-letters" -> reads ? List.of("ops", "admin") : List.of("admin");
            case "catalog-imports" -> List.of("admin");
            case "price-quotes", "price-simulations", "proposition-lints" -> READERS;
            case "case-studies" ->
                reads ? READERS : path.endsWith("/publications") ? WRITERS : List.of("sales", "success", "admin");
            case "products" -> reads ? READERS : path.endsWith("/waivers") ? List.of("admin") : WRITERS;
            default -> reads ? READERS : WRITERS;
        };
    }

    private static RequestSpecification as(String tenant, String role) {
        return bearing(Tokens.bearer(tenant, role));
    }

    private static RequestSpecification bearing(String token) {
        return given().header("Authorization", token);
    }

    private static void refused(
            RequestSpecification caller, Operation operation, int status, String code, SoftAssertions all) {
        var answer = call(caller, operation);
        all.assertThat(answer.statusCode() + " " + answer.contentType() + " " + answer.asString())
                .as(operation.toString())
                .startsWith(status + " application/problem+json")
                .contains("\"" + code + "\"");
    }

    private static Response call(RequestSpecification caller, Operation operation) {
        var path = operation
                .path()
                .replace("{number}", "1")
                .replace("{form}", "one-page")
                .replaceAll("\\{\\w+}", "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60");
        return operation.mediaType() == null
                ? caller.request(operation.method(), path)
                : caller.contentType(operation.mediaType())
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .request(operation.method(), path);
    }
}
