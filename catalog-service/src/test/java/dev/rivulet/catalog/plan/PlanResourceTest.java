package dev.rivulet.catalog.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.plan.domain.BillingPeriod;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class PlanResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldDraftAndReadAPlan() {
        var created = sales.post("/plans", Bodies.plan(sales.product(), "49.00"));
        created.then().statusCode(201).header("ETag", "\"0\"").body("status", equalTo("DRAFT"));
        sales.inRole("billing")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("price.amount", equalTo("49.00"))
                .body("price.currency", equalTo("EUR"))
                .body("period", equalTo("MONTH"))
                .body("trialDays", equalTo(14))
                .body("planVersion", equalTo(1))
                .body("publishedAt", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"0, EUR, 0.00", "0.01, EUR, 0.01", "1990, JPY, 1990", "999999999999999.99, RUB, 999999999999999.99"})
    void shouldKeepPricesExactly(String amount, String currency, String kept) {
        sales.post("/plans", Bodies.plan(sales.product(), amount).replace("EUR", currency))
                .then()
                .statusCode(201)
                .body("price.amount", equalTo(kept))
                .body("price.currency", equalTo(currency));
    }

    @Test
    void shouldTakeNoTrialForNone() {
        sales.post(
                        "/plans",
                        Bodies.plan(sales.product(), "1")
                                .replace(", \"trialDays\": 14", "")
                                .replace(",\n \"period\"", ", \"period\""))
                .then()
                .statusCode(201)
                .body("trialDays", equalTo(0));
    }

    @Test
    void shouldChangeADraft() {
        var path = "/plans/" + sales.plan(sales.product());
        sales.patch(path, "0", "{\"price\": {\"amount\": \"19.90\"}, \"trialDays\": null}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("price.amount", equalTo("19.90"))
                .body("price.currency", equalTo("EUR"))
                .body("trialDays", equalTo(0));
        sales.patch(path, "1", "{\"price\": {\"amount\": \"-19.90\"}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/price/amount"))
                .body("errors[0].code", equalTo("amount-negative"));
        sales.patch(path, "1", "{\"productId\": \"" + sales.product() + "\"}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-property"));
        sales.patch(path, "0", "{}").then().statusCode(412);
    }

    @Test
    void shouldPublishForGood() {
        var path = "/plans/" + sales.plan(sales.product());
        sales.http().post(path + "/publications").then().statusCode(428);
        sales.http()
                .header("If-Match", "\"7\"")
                .post(path + "/publications")
                .then()
                .statusCode(412);
        sales.inRole("admin")
                .advance(path, "publications")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PUBLISHED"))
                .body("planVersion", equalTo(1))
                .body("publishedAt", notNullValue());
        sales.patch(path, "1", "{\"name\": \"Other\"}").then().statusCode(409).body("code", equalTo("plan-published"));
        sales.advance(path, "publications").then().statusCode(409).body("code", equalTo("plan-published"));
        sales.get(path).then().body("name", equalTo("Team"));
    }

    @Test
    void shouldPublishOnlyPlansOfAProductOnSale() {
        var product = sales.idea();
        var path = "/plans/" + sales.plan(product);
        sales.waive(product, "VALIDATION");
        sales.waive(product, "ACTIVATION");
        sales.advance(path, "publications").then().statusCode(409).body("code", equalTo("product-not-active"));
        sales.advance("/products/" + product, "validations").then().statusCode(200);
        sales.advance(path, "publications").then().statusCode(409).body("code", equalTo("product-not-active"));
        sales.advance("/products/" + product, "activations").then().statusCode(200);
        sales.advance(path, "publications").then().statusCode(200);
    }

    @Test
    void shouldLetOneOfTwoSimultaneousTransitionsThrough() throws Exception {
        var path = "/plans/" + sales.plan(sales.product());
        Callable<Integer> publish = () -> sales.http()
                .header("If-Match", "\"0\"")
                .post(path + "/publications")
                .statusCode();
        Callable<Integer> change =
                () -> sales.patch(path, "0", "{\"name\": \"Changed\"}").statusCode();
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(publish, change));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void shouldFilterByProductAndStatus() {
        var product = sales.product();
        var draft = sales.plan(product);
        var published = sales.plan(product);
        sales.plan(sales.product());
        sales.advance("/plans/" + published, "publications").then().statusCode(200);
        sales.get("/plans?productId=" + product).then().body("items.id", contains(draft, published));
        sales.get("/plans?productId=" + product + "&status=PUBLISHED").then().body("items.id", contains(published));
        var first = sales.get("/plans?limit=1&productId=" + product);
        sales.get("/plans?limit=1&productId=" + product + "&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.id", contains(published))
                .body("nextCursor", nullValue());
    }

    @Test
    void shouldRefuseAKeyThatIsTaken() {
        var body = Bodies.plan(sales.product(), "1").replace("\"name\"", "\"key\": \"team\", \"name\"");
        sales.post("/plans", body).then().statusCode(201);
        sales.post("/plans", body).then().statusCode(409).body("code", equalTo("key-taken"));
    }

    @Test
    void shouldRefuseAProductThatIsNotThere() {
        sales.post("/plans", Bodies.plan(UUID.randomUUID().toString(), "1"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/productId"))
                .body("errors[0].code", equalTo("product-unknown"));
        sales.post("/plans", Bodies.plan(Caller.as("sales").product(), "1"))
                .then()
                .statusCode(422)
                .body("code", equalTo("product-unknown"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "amount": "49.00"     | "amount": "-0.01"                       | /price/amount   | amount-negative
            "amount": "49.00"     | "amount": 49                            | /price/amount   | wrong-type
            "amount": "49.00"     | "amount": "49,00"                       | /price/amount   | amount-format
            "amount": "49.00"     | "amount": "49.001"                      | /price/amount   | amount-precision
            "currency": "EUR"     | "currency": "XXX"                       | /price/currency | currency-unknown
            "currency": "EUR"     | "currency": "euro"                      | /price/currency | currency-unknown
            "period": "MONTH"     | "period": "DECADE"                      | /period         | value-invalid
            "trialDays": 14       | "trialDays": -1                         | /trialDays      | trial-days-range
            "trialDays": 14       | "trialDays": 366                        | /trialDays      | trial-days-range
            "trialDays": 14       | "trialDays": "14"                       | /trialDays      | wrong-type
            "trialDays": 14       | "trialDays": 1.5                        | /trialDays      | wrong-type
            "trialDays": 14       | "successMetric": ""                     | /successMetric  | metric-length
            "trialDays": 14       | "touchModel": "NONE"                    | /touchModel     | value-invalid
            "trialDays": 14       | "addOnOf": "team"                       | /addOnOf        | wrong-type
            "trialDays": 14       | "entitlements": [{"kind": "BOOLEAN"}]   | /entitlements/0/key | value-missing
            "trialDays": 14       | "entitlements": [{"key": "A", "kind": "BOOLEAN"}] | /entitlements/0/key | key-format
            "trialDays": 14       | "entitlements": [{"key": "a"}]          | /entitlements/0/kind | value-missing
            "trialDays": 14       | "entitlements": [null]                  | /entitlements/0 | value-missing
            "trialDays": 14       | "entitlements": [{"key": "a", "kind": "LIMIT", "unit": "calls"}] | /entitlements/0/limit | value-missing
            "trialDays": 14       | "entitlements": [{"key": "a", "kind": "LIMIT", "limit": 1}] | /entitlements/0/unit | value-missing
            "trialDays": 14       | "entitlements": [{"key": "a", "kind": "LIMIT", "limit": -1, "unit": "x"}] | /entitlements/0/limit | limit-negative
            "trialDays": 14       | "entitlements": [{"key": "a", "kind": "LIMIT", "limit": 1, "unit": ""}] | /entitlements/0/unit | unit-length
            "trialDays": 14       | "entitlements": [{"key": "a", "kind": "BOOLEAN", "limit": 1}] | /entitlements/0/limit | entitlement-unlimited
            "trialDays": 14       | "entitlements": [{"key": "a", "kind": "UNLIMITED", "unit": "x"}] | /entitlements/0/unit | entitlement-unlimited
            "trialDays": 14       | "entitlements": [{"key": "a", "kind": "BOOLEAN", "reset": "DAY"}] | /entitlements/0/reset | entitlement-unlimited
            "trialDays": 14       | "entitlements": [{"key": "a", "kind": "BOOLEAN"}, {"key": "a", "kind": "UNLIMITED"}] | /entitlements/1/key | entitlement-repeated
            "trialDays": 14       | "billing": "NEVER"                      | /billing        | value-invalid
            "trialDays": 14       | "fixedTermPeriods": 0                   | /fixedTermPeriods | fixed-term-range
            "trialDays": 14       | "fixedTermPeriods": 1001                | /fixedTermPeriods | fixed-term-range
            "trialDays": 14       | "minimumCommitment": {"amount": "0.00", "currency": "EUR"} | /minimumCommitment/amount | amount-not-positive
            "trialDays": 14       | "minimumCommitment": {"amount": "9.00", "currency": "USD"} | /minimumCommitment/currency | plan-currency
            "trialDays": 14       | "phases": [{"months": 1, "days": 30, "discountPercent": 5}] | /phases/0/months | phase-length
            "trialDays": 14       | "phases": [{"discountPercent": 5}]      | /phases/0/months | phase-length
            "trialDays": 14       | "phases": [{"months": 0, "discountPercent": 5}] | /phases/0/months | phase-length
            "trialDays": 14       | "phases": [{"days": 3651, "discountPercent": 5}] | /phases/0/days | phase-length
            "trialDays": 14       | "phases": [{"months": 1}]               | /phases/0/price | phase-price
            "trialDays": 14       | "phases": [{"months": 1, "discountPercent": 5, "price": {"amount": "1", "currency": "EUR"}}] | /phases/0/price | phase-price
            "trialDays": 14       | "phases": [{"months": 1, "price": {"amount": "-1", "currency": "EUR"}}] | /phases/0/price/amount | amount-negative
            "trialDays": 14       | "phases": [{"months": 1, "price": {"amount": "1", "currency": "USD"}}] | /phases/0/price/currency | plan-currency
            "trialDays": 14       | "phases": [{"months": 1, "discountPercent": 0}] | /phases/0/discountPercent | discount-range
            "trialDays": 14       | "phases": [{"months": 1, "discountPercent": 100.01}] | /phases/0/discountPercent | discount-range
            "trialDays": 14       | "phases": [{"months": 1, "discountPercent": "1.00001"}] | /phases/0/discountPercent | discount-range
            "trialDays": 14       | "phases": [null]                        | /phases/0       | value-missing
            "name": "Team"        | "name": null                            | /name           | value-missing
            "name": "Team"        | "name": "Team", "planVersion": 2        | /planVersion    | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, String pointer, String code) {
        sales.post("/plans", Bodies.plan(sales.product(), "49.00").replace(right, wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @EnumSource(BillingPeriod.class)
    void shouldTakeEveryPeriod(BillingPeriod period) {
        sales.post("/plans", Bodies.plan(sales.product(), "1").replace("MONTH", period.name()))
                .then()
                .statusCode(201)
                .body("period", equalTo(period.name()));
    }

    @Test
    void shouldSayWhatASubscriptionAllows() {
        String id = sales.post("/plans", Bodies.plan(sales.product(), "49.00").replace("\"trialDays\": 14", """
                "touchModel": "TECH", "successMetric": "soft-skills-score", "entitlements": [
                  {"key": "report", "kind": "BOOLEAN"}, {"key": "exercises", "kind": "UNLIMITED"},
                  {"key": "coach", "kind": "LIMIT", "limit": 4, "unit": "sessions", "reset": "BILLING_PERIOD"}]"""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sales.get("/plans/" + id)
                .then()
                .body("touchModel", equalTo("TECH"))
                .body("successMetric", equalTo("soft-skills-score"))
                .body("entitlements.key", contains("report", "exercises", "coach"))
                .body("entitlements.kind", contains("BOOLEAN", "UNLIMITED", "LIMIT"))
                .body("entitlements[0].limit", nullValue())
                .body("entitlements[2].limit", equalTo(4))
                .body("entitlements[2].unit", equalTo("sessions"))
                .body("entitlements[2].reset", equalTo("BILLING_PERIOD"));
        sales.patch("/plans/" + id, "0", "{\"entitlements\": null, \"touchModel\": null}")
                .then()
                .statusCode(200)
                .body("entitlements", empty())
                .body("touchModel", nullValue());
    }

    @Test
    void shouldBeBilledInAdvanceUnlessItSaysOtherwise() {
        var path = "/plans/" + sales.plan(sales.product());
        sales.get(path)
                .then()
                .body("billing", equalTo("IN_ADVANCE"))
                .body("phases", empty())
                .body("fixedTermPeriods", nullValue())
                .body("minimumCommitment", nullValue());
        sales.patch(path, "0", """
                {"billing": "IN_ARREARS", "fixedTermPeriods": 12,
                 "minimumCommitment": {"amount": "80", "currency": "EUR"},
                 "phases": [{"months": 2, "price": {"amount": "0", "currency": "EUR"}},
                            {"days": 30, "discountPercent": 12.5}]}""").then().statusCode(200);
        sales.get(path + "/versions/1")
                .then()
                .body("billing", equalTo("IN_ARREARS"))
                .body("fixedTermPeriods", equalTo(12))
                .body("minimumCommitment.amount", equalTo("80.00"))
                .body("phases.months", contains(2, null))
                .body("phases[0].price.amount", equalTo("0.00"))
                .body("phases[1].days", equalTo(30))
                .body("phases[1].discountPercent", equalTo("12.5"));
        sales.patch(path, "1", "{\"billing\": null, \"minimumCommitment\": null, \"phases\": null}")
                .then()
                .statusCode(200)
                .body("billing", equalTo("IN_ADVANCE"))
                .body("minimumCommitment", nullValue())
                .body("phases", empty())
                .body("fixedTermPeriods", equalTo(12));
    }

    @Test
    void shouldAddOnToAPlanOfTheSameCurrency() {
        var product = sales.product();
        var base = sales.plan(product);
        String addOn = sales.post("/plans", addOn(product, base, "EUR"))
                .then()
                .statusCode(201)
                .body("addOnOf", equalTo(base))
                .extract()
                .path("id");
        sales.get("/plans?addOnOf=" + base).then().body("items.id", contains(addOn));

        sales.post("/plans", addOn(product, base, "USD"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/price/currency"))
                .body("errors[0].code", equalTo("add-on-currency"));
        sales.post("/plans", addOn(product, addOn, "EUR"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/addOnOf"))
                .body("errors[0].code", equalTo("add-on-chain"));
        sales.post("/plans", addOn(product, UUID.randomUUID().toString(), "EUR"))
                .then()
                .statusCode(422)
                .body("code", equalTo("plan-unknown"));
        var stranger = Caller.as("sales");
        stranger.post("/plans", addOn(stranger.product(), base, "EUR"))
                .then()
                .statusCode(422)
                .body("code", equalTo("plan-unknown"));
        // Neither side leaves the other's currency, and an add-on stays one of the same plan.
        for (var plan : List.of(base, addOn)) {
            sales.patch("/plans/" + plan, "0", "{\"price\": {\"amount\": \"1.00\", \"currency\": \"USD\"}}")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("add-on-currency"));
        }
        sales.patch("/plans/" + addOn, "0", "{\"addOnOf\": \"" + addOn + "\"}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-property"));
    }

    @Test
    void shouldPublishAnAddOnAfterItsPlan() {
        var product = sales.product();
        var base = sales.plan(product);
        String addOn = sales.post("/plans", addOn(product, base, "EUR")).path("id");
        sales.advance("/plans/" + addOn, "publications")
                .then()
                .statusCode(409)
                .body("code", equalTo("base-plan-not-published"));
        sales.advance("/plans/" + base, "publications").then().statusCode(200);
        sales.advance("/plans/" + addOn, "publications").then().statusCode(200);
    }

    private static String addOn(String product, String base, String currency) {
        return Bodies.plan(product, "9.00")
                .replace("EUR", currency)
                .replace("\"trialDays\": 14", "\"addOnOf\": \"" + base + "\"");
    }

    @Test
    void shouldRefuseAProductIdThatIsNone() {
        sales.post("/plans", Bodies.plan("soft-skills", "1"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/productId"))
                .body("errors[0].code", equalTo("wrong-type"));
    }

    @ParameterizedTest
    @CsvSource({
        "productId=abc, ?productId, parameter-invalid",
        "status=SOLD, ?status, parameter-invalid",
        "colour=red, ?colour, unknown-parameter",
        "limit=0, ?limit, limit-invalid",
        "limit=201, ?limit, limit-invalid",
        "limit=many, ?limit, parameter-invalid",
        "cursor=abc, ?cursor, cursor-invalid"
    })
    void shouldRefuseParametersItDoesNotUnderstand(String query, String pointer, String code) {
        sales.get("/plans?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }
}
