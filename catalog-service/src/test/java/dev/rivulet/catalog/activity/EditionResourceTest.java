package dev.rivulet.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.paging.Cursor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EditionResourceTest {

    private final Caller sales = Caller.as("sales");
    private final Registry registry = new Registry(sales);

    @Test
    void shouldWalkTheTree() {
        var codes = "/activity-editions/" + registry.starterEdition() + "/codes";
        sales.get(codes + "?under=47.91")
                .then()
                .body("items.code", contains("47.91", "47.91.1", "47.91.2", "47.91.3", "47.91.4"));
        sales.get(codes + "?under=H").then().body("items.code", contains("52.10", "53.20.31", "H"));
        sales.get(codes + "?under=99").then().body("items", empty());
    }

    @Test
    void shouldShowEveryCodeOnce() {
        var path = "/activity-editions/" + registry.starterEdition() + "/codes?limit=4";
        assertThat(all(path, "items.code")).hasSize(17).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void shouldRefuseAForgedPlace() {
        var edition = registry.starterEdition();
        sales.get("/activity-editions/" + edition + "/codes?cursor="
                        + Cursor.encode("activity-codes " + edition, "47\0"))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("cursor-invalid"));
    }

    @Test
    void shouldTellWhatAnEditionChanges() {
        var before = edition("1", """
                code,name
                47,Retail
                47.91,By mail
                47.92,At fairs
                62.09,Computers
                """);
        var after = edition("2", """
                code,name
                47,Retail
                47.91,By mail or Internet
                47.93,At fairs
                63.10,Data
                """);
        var diff = "/activity-editions/" + before + "/diff/" + after;
        sales.get(diff)
                .then()
                .statusCode(200)
                .body("items.kind", contains("RENAMED", "MOVED", "REMOVED", "ADDED"))
                .body("items.code", contains("47.91", "47.92", "62.09", "63.10"))
                .body("items[0].nameBefore", equalTo("By mail"))
                .body("items[0].nameAfter", equalTo("By mail or Internet"))
                .body("items[1].codeAfter", equalTo("47.93"));
        sales.get(diff + "?kind=MOVED").then().body("items.code", contains("47.92"));
        sales.get("/activity-editions/" + before + "/diff/" + before).then().body("items", empty());
        assertThat(all(diff + "?limit=1", "items.code")).containsExactly("47.91", "47.92", "62.09", "63.10");
    }

    @Test
    void shouldCompareEditionsOfOneSchemeOnly() {
        var other = edition("1", "code,name\n47,Retail\n");
        sales.get("/activity-editions/" + registry.starterEdition() + "/diff/" + other)
                .then()
                .statusCode(422)
                .body("code", equalTo("activity-scheme-differs"));
    }

    @Test
    void shouldHideOtherTenantsEditions() {
        var path = "/activity-editions/" + registry.starterEdition();
        var stranger = Caller.as("admin");
        stranger.get("/activity-editions").then().body("items", hasSize(0));
        for (var below : new String[] {"", "/codes", "/codes/47.91", "/diff/" + UUID.randomUUID()}) {
            stranger.get(path + below).then().statusCode(404).body("code", equalTo("not-found"));
        }
        sales.get(path + "/diff/" + UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"sales, 200", "success, 200", "billing, 200", "admin, 200", "ops, 200", "partner, 403", "guest, 403"})
    void shouldLetAllButPartnersRead(String role, int status) {
        var path = "/activity-editions/" + registry.starterEdition();
        for (var below : new String[] {"", "/codes", "/codes/47.91"}) {
            sales.inRole(role).get(path + below).then().statusCode(status);
        }
        sales.inRole(role).get("/activity-editions").then().statusCode(status);
    }

    private String edition(String edition, String csv) {
        registry.imported("scheme=TEST&edition=" + edition, csv);
        return sales.get("/activity-editions")
                .jsonPath()
                .getString("items.find { it.edition == '" + edition + "' }.id");
    }

    private ArrayList<String> all(String path, String what) {
        var seen = new ArrayList<String>();
        var url = path;
        while (url != null) {
            var page = sales.http().urlEncodingEnabled(false).get(url);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList(what));
            var link = page.header("Link");
            url = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return seen;
    }
}
