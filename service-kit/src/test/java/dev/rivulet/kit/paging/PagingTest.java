package dev.rivulet.kit.paging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.local.StackResource;
import dev.rivulet.local.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class PagingTest {

    private static final String SALES = Tokens.bearer("paging", "sales");

    @Test
    void shouldReadEveryItemOnceByFollowingTheLinks() {
        for (var i = 0; i < 11; i++) {
            given().header("Authorization", SALES)
                    .contentType("application/json")
                    .body("{\"title\":\"n" + i + "\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
                    .post("/notes")
                    .then()
                    .statusCode(201);
        }
        var titles = new ArrayList<String>();
        var url = "/notes?limit=4";
        while (url != null) {
            var response = given().header("Authorization", SALES)
                    .urlEncodingEnabled(false)
                    .get(url);
            titles.addAll(response.jsonPath().getList("items.title"));
            var link = response.header("Link");
            assertThat(link == null).isEqualTo(response.jsonPath().get("nextCursor") == null);
            url = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(titles).hasSize(11).first().isEqualTo("n0");
        assertThat(new HashSet<>(titles)).hasSize(11);
    }

    @Test
    void shouldRoundTripValuesOfAnyKind() {
        var cursor = Cursor.decode("l", Cursor.encode("l", "Ёлка, \"x\"", 5));
        assertThat(cursor).isNotNull();
        assertThat(cursor.values()).containsExactly("Ёлка, \"x\"", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "####", "bm90IGEgY3Vyc29y"})
    void shouldRefuseGarbage(String cursor) {
        assertThatThrownBy(() -> Cursor.decode("l", cursor)).isInstanceOf(Rejected.class);
    }

    @Test
    void shouldRefuseTheCursorOfAnotherList() {
        assertThatThrownBy(() -> Cursor.decode("l", Cursor.encode("m", "1"))).isInstanceOf(Rejected.class);
    }

    @Test
    void shouldRefuseAPlaceWithOtherValuesThanItsList() {
        var two = Cursor.decode("l", Cursor.encode("l", 1, 2));
        assertThat(two).isNotNull().isEqualTo(two.of(2));
        assertThatThrownBy(() -> two.of(1)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> two.of(3)).isInstanceOf(Rejected.class);
    }
}
