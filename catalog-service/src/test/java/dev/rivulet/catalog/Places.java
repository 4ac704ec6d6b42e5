package dev.rivulet.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.job.Finished;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Makes what the paths of the API are about, each thing in a state in which what the path offers is possible. */
final class Places {

    private final Caller sales;
    private final Channel channel;
    private final String product;
    private final String segment;
    private final String plan;
    private final String edition;
    private final String seller;
    private final String playbook;

    Places(Caller sales) {
        this.sales = sales;
        channel = new Channel(sales);
        product = sales.product();
        segment = sales.segment();
        plan = sales.plan(product);
        playbook = channel.publishedPlaybook(product);
        Finished.of(sales, sales.http().post("/activity-code-imports/starters"));
        edition = sales.get("/activity-editions").path("items[0].id");
        seller = seller();
        created("/products/" + product + "/features", Bodies.feature("weekly-report"));
        created("/products/" + product + "/features", Bodies.feature("coach"));
    }

    /** An example of a body, referring to things that are there. */
    String filled(JsonNode example) {
        var body = example.isTextual() ? example.asText() : example.toString();
        for (var thing : things().entrySet()) {
            body = body.replaceAll("(\"" + thing.getKey() + "\":\\s*\")[^\"]+", "$1" + thing.getValue());
        }
        return body.replaceAll("(\"planIds\":\\s*\\[)[^]]+", "$1\"" + plan + "\"");
    }

    /** What examples refer to, by the names of their properties. */
    private Map<String, String> things() {
        return Map.of(
                "productId",
                product,
                "segmentId",
                segment,
                "planId",
                plan,
                "editionId",
                edition,
                "sellerId",
                seller,
                "playbookId",
                playbook,
                "competitorId",
                sales.competitor());
    }

    /** The path with a new thing for each of its braces. */
    String at(String path) {
        var words = path.substring(1).split("/");
        var thing = "/" + words[0] + "/" + thing(words[0], words.length > 2 ? words[2] : "");
        var below = words.length > 3 ? thing + "/" + words[2] + "/" + below(thing, words[0], words[2]) : thing;
        var rest = words.length > 4 ? "/" + words[4] : words.length == 3 ? "/" + words[2] : "";
        var query = path.endsWith("/sale-rights") ? "?productId=" + product : "";
        return below + rest + query;
    }

    /** The same where the step of the path asks for nothing but the right state. */
    String ready(String path) {
        return switch (path) {
            case "/products/{id}/validations" -> under("products", provenTo("VALIDATION"), path);
            case "/products/{id}/activations" -> {
                var idea = provenTo("VALIDATION");
                step("/products/" + idea + "/validations");
                sales.waive(idea, "ACTIVATION");
                yield under("products", idea, path);
            }
            case "/plans/{id}/versions" -> {
                var published = sales.plan(product);
                step("/plans/" + published + "/publications");
                yield under("plans", published, path);
            }
            case "/playbooks/{id}/versions" -> under("playbooks", channel.publishedPlaybook(sales.product()), path);
            case "/value-propositions/{id}/approvals" -> under("value-propositions", proposition("returns"), path);
            case "/value-propositions/{id}/versions" ->
                under("value-propositions", sales.approved(product, sales.segment()), path);
            case "/case-studies/{id}/publications" -> under("case-studies", agreed(), path);
            case "/case-studies/{id}/withdrawals", "/case-studies/{id}/reopenings" -> {
                var told = agreed();
                step("/case-studies/" + told + "/publications");
                if (path.endsWith("/reopenings")) {
                    step("/case-studies/" + told + "/withdrawals");
                }
                yield under("case-studies", told, path);
            }
            case "/partners/{id}/trainings" -> {
                var contracted = channel.prospect();
                channel.contract(contracted);
                yield under("partners", contracted, path);
            }
            case "/partners/{id}/activations" -> {
                var trained = channel.inTraining();
                channel.certify(trained, channel.person(trained), playbook);
                yield under("partners", trained, path);
            }
            default -> at(path);
        };
    }

    /** A value of a parameter that an operation cannot do without. */
    String value(String parameter) {
        return switch (parameter) {
            case "q" -> "trainer";
            case "channel" -> "INTERNET";
            case "dealId" -> UUID.randomUUID().toString();
            default -> Objects.requireNonNull(things().get(parameter), parameter);
        };
    }

    private static String under(String collection, String thing, String path) {
        return "/" + collection + "/" + thing + path.substring(path.lastIndexOf('/'));
    }

    private String provenTo(String gate) {
        var idea = sales.idea();
        sales.waive(idea, gate);
        return idea;
    }

    private String agreed() {
        var study = sales.caseStudy(product, segment);
        sales.advance(
                        "/case-studies/" + study,
                        "consents",
                        "{\"consent\": \"NAMED\", \"givenBy\": \"Anna\", \"givenOn\": \"2026-04-12\"}")
                .then()
                .statusCode(200);
        return study;
    }

    private void step(String path) {
        var end = path.lastIndexOf('/');
        sales.advance(path.substring(0, end), path.substring(end + 1)).then().statusCode(200);
    }

    private String thing(String collection, String step) {
        return switch (collection) {
            case "products" -> step.equals("waivers") ? sales.idea() : sales.product();
            case "segments" -> sales.segment();
            case "value-propositions" -> proposition(step);
            case "plans" -> sales.plan(product);
            case "playbooks" -> channel.playbook(sales.product());
            case "releases" -> sales.release(product);
            case "partners" -> partner(step);
            case "competitors" -> sales.competitor();
            case "battlecards" -> sales.battlecard(sales.competitor(), product);
            case "case-studies" -> sales.caseStudy(product, segment);
            case "lint-rules" -> created("/lint-rules", Bodies.lintRule("rule-" + UUID.randomUUID()));
            case "price-books" -> created("/price-books", """
                    {"key": "%1$s", "channel": "PARTNER", "partnerTier": "%1$s", "percent": "-10"}""".formatted(key()));
            case "prices" -> created("/prices", """
                    {"planId": "%s", "component": "%s", "currency": "EUR", "validFrom": "2026-01-01",
                     "terms": {"model": "FLAT", "amount": 1}}""".formatted(plan, key()));
            case "sale-rules" -> created("/sale-rules", """
                    {"kind": "BANNED", "goods": "%s", "channel": "AUCTION", "validFrom": "2026-03-01",
                     "basis": "a law"}""".formatted(key()));
            case "sellers" -> seller();
            case "activity-assignments" -> created("/activity-assignments", """
                    {"sellerId": "%s", "productId": "%s", "code": "62.09", "channelCodes": [], "goods": "clothes",
                     "serviceLines": []}""".formatted(seller(), product));
            case "activity-editions" -> edition;
            case "jobs" -> sales.get("/jobs").path("items[0].id");
            default -> throw new IllegalArgumentException(collection);
        };
    }

    private String proposition(String step) {
        return switch (step) {
            case "deal-outcomes", "shares" -> sales.approved(product, segment);
            case "returns" -> {
                var reviewed = sales.proposition(product, segment);
                sales.advance("/value-propositions/" + reviewed, "reviews")
                        .then()
                        .statusCode(200);
                yield reviewed;
            }
            default -> sales.proposition(product, segment);
        };
    }

    private String partner(String step) {
        return switch (step) {
            case "suspensions" -> channel.active(playbook);
            case "persons" -> channel.inTraining();
            default -> channel.prospect();
        };
    }

    private String below(String thing, String collection, String list) {
        var parent = thing.substring(thing.lastIndexOf('/') + 1);
        return switch (collection + " " + list) {
            case "products channel-openings" -> created(thing + "/channel-openings", "{\"waiver\": \"A pilot\"}");
            case "partners persons" -> channel.person(parent);
            case "partners references" -> channel.reference(parent);
            case "plans versions" -> "1";
            case "activity-editions codes" -> "47.91";
            case "activity-editions diff" -> edition;
            case "value-propositions renderings" -> "one-page";
            default -> throw new IllegalArgumentException(thing + " " + list);
        };
    }

    private String seller() {
        return created("/sellers", """
                {"key": "%s", "name": "Shop", "editionId": "%s", "mainCode": "62.09",
                 "additionalCodes": ["47.91", "47.51", "53.20.31", "82.92"], "licences": []}""".formatted(key(), edition));
    }

    private static String key() {
        return "k-" + UUID.randomUUID();
    }

    private String created(String path, String body) {
        return sales.post(path, body).then().statusCode(201).extract().path("id");
    }
}
