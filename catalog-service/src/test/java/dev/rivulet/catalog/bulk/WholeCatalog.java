package dev.rivulet.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.job.Finished;
import dev.rivulet.kit.testing.Sql;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One of everything, in every state it can be in. */
final class WholeCatalog {

    private final Caller sales;
    private final List<String> paths = new ArrayList<>();

    private WholeCatalog(Caller sales) {
        this.sales = sales;
    }

    /** Makes it; the collections it is in. */
    static List<String> of(Caller sales) {
        var catalog = new WholeCatalog(sales);
        var product = catalog.products();
        var segment = sales.segment();
        catalog.propositions(product, segment);
        catalog.plans(product);
        catalog.releases(product);
        catalog.activities(product);
        catalog.paths.addAll(List.of("/products", "/segments"));
        return catalog.paths;
    }

    private String products() {
        var product = sales.product();
        create("/products/" + product + "/features", Bodies.feature("weekly-report"));
        var idea = create(
                "/products", "{\"key\": \"idea\", \"name\": \"Idea\", \"kind\": \"TRAINING\", \"status\": \"IDEA\"}");
        create("/products/" + idea + "/interviews", Bodies.interview());
        create("/products/" + idea + "/pre-sales", Bodies.preSale());
        sales.waive(idea, "VALIDATION");
        sales.advance("/products/" + idea, "validations").then().statusCode(200);
        create("/products", """
                {"name": "Payroll", "kind": "OUTSOURCING", "criticality": "KEY_PROCESS",
                 "overrideReason": "Their own team reviews every change"}""");
        var retired = sales.product();
        ok(sales.advance("/plans/" + sales.plan(retired), "publications"));
        ok(sales.advance("/products/" + retired, "retirements"));
        paths.addAll(List.of(
                "/products/" + product + "/features",
                "/products/" + idea + "/interviews",
                "/products/" + idea + "/pre-sales",
                "/products/" + idea + "/waivers"));
        return product;
    }

    private void propositions(String product, String segment) {
        var competitor = sales.competitor();
        sales.battlecard(competitor, product);
        var study = sales.caseStudy(product, segment);
        ok(sales.advance(
                "/case-studies/" + study,
                "consents",
                "{\"consent\": \"NAMED\", \"givenBy\": \"Anna Berger\", \"givenOn\": \"2026-04-12\"}"));
        ok(sales.advance("/case-studies/" + study, "publications"));
        var first = sales.approve(create(
                "/value-propositions",
                Bodies.proposition(product, segment)
                        .replace(
                                "\"They do not measure\"",
                                "\"They do not measure\", \"competitorId\": \"" + competitor + "\"")
                        .replace(
                                "\"proof\"",
                                "\"audience\": \"HR heads\", \"needs\": [\"To see it\"], \"caseStudyIds\": [\"" + study
                                        + "\"], \"proof\"")));
        var second = sales.approve(create("/value-propositions/" + first + "/versions", ""));
        create("/value-propositions/" + second + "/versions", "");
        var challenger = sales.approved(product, segment);
        ok(sales.advance("/value-propositions/" + challenger, "shares", "{\"weight\": 25}"));
        var returned = sales.proposition(product, segment);
        ok(sales.advance("/value-propositions/" + returned, "reviews"));
        ok(sales.advance("/value-propositions/" + returned, "returns", "{\"reason\": \"The pain is ours\"}"));
        ok(sales.advance("/value-propositions/" + sales.proposition(product, segment), "reviews"));
        promised(sales.caseStudy(product, segment), challenger);
        create("/lint-rules", Bodies.lintRule("on-the-phone"));
        paths.addAll(List.of(
                "/competitors",
                "/battlecards",
                "/case-studies",
                "/value-propositions",
                "/value-propositions/" + second + "/versions",
                "/lint-rules"));
    }

    /** As if the story had been drafted from a promise that its customer confirmed. */
    private void promised(String study, String proposition) {
        Sql.run("UPDATE case_study SET proposition_id = '%s', promise_id = '%s', account_id = '%s' WHERE id = '%s'"
                .formatted(proposition, UUID.randomUUID(), UUID.randomUUID(), study));
    }

    private void plans(String product) {
        var plan = create("/plans", Bodies.plan(product, "49.00").replace("\"period\"", """
                "key": "team", "touchModel": "HIGH", "successMetric": "soft-skills-score", "entitlements": [
                  {"key": "sso", "kind": "BOOLEAN"}, {"key": "coach", "kind": "UNLIMITED"},
                  {"key": "sessions", "kind": "LIMIT", "limit": 4, "unit": "sessions", "reset": "MONTH"}],
                "billing": "IN_ARREARS", "fixedTermPeriods": 12,
                "minimumCommitment": {"amount": "40.00", "currency": "EUR"},
                "phases": [{"months": 1, "price": {"amount": "1.00", "currency": "EUR"}},
                           {"days": 60, "discountPercent": "50"}],
                "period\""""));
        ok(sales.advance("/plans/" + plan, "publications"));
        next(plan);
        ok(sales.advance(
                "/plans/" + plan, "publications", "{\"rollout\": {\"policy\": \"FROM\", \"from\": \"2199-01-01\"}}"));
        next(plan);
        create("/plans", Bodies.plan(product, "5.00").replace("\"name\"", "\"addOnOf\": \"" + plan + "\", \"name\""));
        create("/plans", Bodies.plan(product, "1990").replace("EUR", "JPY").replace("Team", "Ёлка \\\"№ 1\\\""));
        paths.addAll(List.of("/plans", "/plans/" + plan + "/versions"));
    }

    private void next(String plan) {
        sales.http().post("/plans/" + plan + "/versions").then().statusCode(201);
    }

    private void releases(String product) {
        var release =
                create("/releases", Bodies.release(product).replace("\"title\"", """
                "features": ["weekly-report"], "requesters": [{"accountId": "%s"}], "title\"""".formatted(UUID.randomUUID())));
        ok(sales.advance("/releases/" + release, "announcements"));
        sales.release(product);
        paths.add("/releases");
    }

    private void activities(String product) {
        var job = Finished.of(sales, sales.http().post("/activity-code-imports/starters"));
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        String edition = sales.get("/activity-editions").path("items[0].id");
        var seller = create("/sellers", """
                {"key": "shop", "name": "Shop", "editionId": "%s", "mainCode": "62.09", "additionalCodes": ["47.91"],
                 "licences": [{"code": "62.09", "number": "L-1", "validFrom": "2026-01-01"}]}""".formatted(edition));
        create("/activity-assignments", """
                {"sellerId": "%s", "productId": "%s", "code": "62.09", "goods": "software",
                 "channelCodes": [{"channel": "INTERNET", "code": "47.91.2"}], "serviceLines": ["DELIVERY"]}""".formatted(seller, product));
        create("/sale-rules", """
                {"kind": "BANNED", "goods": "medicines", "channel": "AUCTION", "validFrom": "2026-03-01",
                 "validTo": "2027-01-01", "basis": "a law"}""");
        paths.addAll(List.of(
                "/activity-editions",
                "/activity-editions/" + edition + "/codes",
                "/sellers",
                "/activity-assignments",
                "/sale-rules"));
    }

    private String create(String path, String body) {
        return sales.post(path, body).then().statusCode(201).extract().path("id");
    }

    private static void ok(Response response) {
        response.then().statusCode(200);
    }
}
