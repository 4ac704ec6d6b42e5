package dev.rivulet.subscription.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a bank writes it, a statement neither makes money nor loses any. */
@QuarkusTest
class StatementMoneyTest {

    private static final String HEADING = "reference,booked_on,amount,currency,remittance\n";
    private static final String IBAN = "<IBAN>DE89370400440532013000</IBAN>";

    private Shop shop;
    private UUID account;
    private Object invoice;

    @BeforeEach
    void anInvoice() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        account = shop.account();
        invoice = shop.invoices(shop.subscribe(account, shop.plan("49.00"), shop.proposition()), "id")
                .getFirst();
    }

    @AfterEach
    void shouldKeepTheBooks() {
        new Invariants(shop).shouldHold();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<TxDtls/><TxDtls/>",
                "<TxDtls><Amt Ccy=\"EUR\">60.00</Amt></TxDtls><TxDtls><Amt Ccy=\"EUR\">30.00</Amt></TxDtls>",
                "<TxDtls><Amt Ccy=\"EUR\">100.00</Amt></TxDtls><TxDtls/>",
                "<TxDtls><Amt Ccy=\"EUR\">60.00</Amt></TxDtls><TxDtls><Amt Ccy=\"USD\">40.00</Amt></TxDtls>",
                "<TxDtls><Amt Ccy=\"EUR\">110.00</Amt></TxDtls><TxDtls><Amt Ccy=\"EUR\">10.00</Amt></TxDtls>"
            })
    void shouldTakeABatchThatDoesNotAddUpAsOne(String parts) {
        var entry = entry("100.00", "CRDT", "A-1", parts)
                .replace("</Ntry>", "<AddtlNtryInf>INV-000001</AddtlNtryInf></Ntry>");

        camt(IBAN, entry).statusCode(201).body("entries", equalTo(1)).body("matched", equalTo(0));

        waiting().body("items.kind", contains("BATCH")).body("items.amount.amount", contains("100.00"));
        unallocated(10000);
        camt(IBAN, entry).statusCode(201).body("entries", equalTo(0));
    }

    @Test
    void shouldTellWhatCameFromWhatWentInABatch() {
        camt(IBAN, entry("90.00", "CRDT", "A-1", """
                        <TxDtls><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>
                        <TxDtls><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>"""))
                .statusCode(201)
                .body("entries", equalTo(1))
                .body("debits", equalTo(1));

        waiting().body("items.kind", contains("CREDIT")).body("items.amount.amount", contains("100.00"));
    }

    @Test
    void shouldTakeEachTransferOfABatchThatTheBankCallsAlike() {
        var entry = entry("100.00", "CRDT", "A-1", """
                <TxDtls><Refs><AcctSvcrRef>B</AcctSvcrRef></Refs><Amt Ccy="EUR">60.00</Amt></TxDtls>
                <TxDtls><Refs><AcctSvcrRef>B</AcctSvcrRef></Refs><Amt Ccy="EUR">40.00</Amt>
                  <RmtInf><Ustrd>INV-000001</Ustrd></RmtInf></TxDtls>""");

        camt(IBAN, entry).statusCode(201).body("entries", equalTo(2)).body("matched", equalTo(1));
        camt(IBAN, entry).statusCode(201).body("entries", equalTo(0)).body("known", equalTo(2));

        due("9.00");
        unallocated(6000);
    }

    @Test
    void shouldTakeRowsThatTheBankCallsAlike() {
        var rows = HEADING + "B,2025-01-30,9.00,EUR,INV-000001\nB,2025-01-30,10.00,EUR,INV-000001\n"
                + "B,2025-01-30,10.00,EUR,INV-000001\n";

        // The third is nobody's by itself: it may be the second once more.
        csv(rows).statusCode(201).body("entries", equalTo(3)).body("matched", equalTo(2));
        csv(rows).statusCode(201).body("entries", equalTo(0)).body("known", equalTo(3));

        due("30.00");
        waiting().body("items.reference", contains("B#3"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    DBIT, <RvslInd>true</RvslInd>, <TxDtls/>
                    DBIT, <Sts>BOOK</Sts>        , <TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>
                    """)
    void shouldShowWhatWasTakenBackUntilSomebodyHasDealtWithIt(String direction, String mark, String parts) {
        camt(IBAN, entry("49.00", "CRDT", "A-1", "<TxDtls><RmtInf><Ustrd>INV-000001</Ustrd></RmtInf></TxDtls>"))
                .statusCode(201)
                .body("matched", equalTo(1));
        var back = entry("49.00", direction, "A-1", parts)
                .replace("<BookgDt>", mark + "<BookgDt>")
                .replace("</Ntry>", "<AddtlNtryInf>INV-000001</AddtlNtryInf></Ntry>");

        camt(IBAN, back).statusCode(201).body("entries", equalTo(1)).body("debits", equalTo(0));

        String id = waiting().body("items.kind", contains("RETURNED")).extract().path("items[0].id");
        shouldBeResolvedOnce(id);
        camt(IBAN, back).statusCode(201).body("known", equalTo(1));
    }

    @Test
    void shouldTakeBackThePaymentThatItWas() {
        camt(IBAN, entry("49.00", "CRDT", "A-1", "<TxDtls><RmtInf><Ustrd>INV-000001</Ustrd></RmtInf></TxDtls>"))
                .statusCode(201)
                .body("matched", equalTo(1));
        due("0.00");
        camt(IBAN, entry("49.00", "DBIT", "A-1", "<TxDtls/>").replace("<BookgDt>", "<RvslInd>true</RvslInd><BookgDt>"))
                .statusCode(201);
        var back = waiting()
                .body("items[0].suggestions.size()", equalTo(1))
                .body("items[0].suggestions[0].accountId", equalTo(account.toString()))
                .extract();
        String id = back.path("items[0].id");
        String payment = back.path("items[0].suggestions[0].paymentId");
        post(id, "resolutions", Map.of("note", "so", "paymentId", UUID.randomUUID()))
                .statusCode(422)
                .body("errors[0].code", equalTo("payment-unknown"))
                .body("errors[0].pointer", equalTo("/paymentId"));

        String dispute = post(id, "resolutions", Map.of("note", "Account closed", "paymentId", payment))
                .statusCode(200)
                .extract()
                .path("disputeId");

        due("49.00");
        shop.as("billing")
                .get("/disputes")
                .then()
                .body("items.id", contains(dispute))
                .body("items.paymentId", contains(payment))
                .body("items.status", contains("LOST"))
                .body("items.reason", contains("Account closed"));
        waiting().body("items", hasSize(0));
        shop.as("billing").get("/bank-entries?matched=true").then().body("items[1].disputeId", equalTo(dispute));
        unallocated(0);
    }

    @Test
    void shouldTakeBackNoMoreThanThePaymentWas() {
        camt(IBAN, entry("9.00", "CRDT", "A-1", "<TxDtls><RmtInf><Ustrd>INV-000001</Ustrd></RmtInf></TxDtls>"))
                .statusCode(201);
        String payment = shop.as("billing").get("/payments").path("items[0].id");
        csv("reference,booked_on,amount,currency,remittance,reversal\nB-1,2025-01-30,-10.00,EUR,x,true\n")
                .statusCode(201);
        String id = waiting().extract().path("items[0].id");

        post(id, "resolutions", Map.of("note", "so", "paymentId", payment))
                .statusCode(422)
                .body("errors[0].code", equalTo("refund-exceeds-payment"))
                .body("errors[0].pointer", equalTo("/paymentId"));

        due("40.00");
        waiting().body("items.id", contains(id));
    }

    @Test
    void shouldShowWhatARowSaysWasTakenBack() {
        csv("reference,booked_on,amount,currency,remittance,reversal\n"
                        + "B-1,2025-01-30,-49.00,EUR,INV-000001,true\nB-2,2025-01-30,-5.00,EUR,rent,\n"
                        + "B-3,2025-01-30,5.00,EUR,INV-000001,TRUE\n")
                .statusCode(201)
                .body("entries", equalTo(2))
                .body("matched", equalTo(0))
                .body("debits", equalTo(1));

        waiting().body("items.kind", contains("RETURNED", "BOUNCED"));
        unallocated(500);
        csv("reference,booked_on,amount,currency,remittance,reversal\nB-4,2025-01-30,5.00,EUR,x,maybe\n")
                .statusCode(400)
                .body("code", equalTo("statement-row-invalid"));
    }

    @Test
    void shouldLetPeopleSayWhoseMoneyCameBack() {
        camt(
                        IBAN,
                        entry("5.00", "CRDT", "A-1", "<TxDtls><RmtInf><Ustrd>INV-000001</Ustrd></RmtInf></TxDtls>")
                                .replace("<BookgDt>", "<RvslInd>true</RvslInd><BookgDt>"))
                .statusCode(201)
                .body("matched", equalTo(0));
        String id = waiting().body("items.kind", contains("BOUNCED")).extract().path("items[0].id");
        unallocated(500);

        post(id, "resolutions", Map.of("note", "so")).statusCode(409).body("code", equalTo("entry-not-returned"));
        post(id, "matches", Map.of("accountId", account)).statusCode(201);

        due("44.00");
        unallocated(0);
    }

    @Test
    void shouldTellAccountsWithoutAnIbanApart() {
        var entry = entry("5.00", "CRDT", "1", "<TxDtls/>");
        var other = entry("6.00", "CRDT", "1", "<TxDtls/>");
        camt("<Othr><Id>1000</Id></Othr>", entry).statusCode(201).body("entries", equalTo(1));
        camt("<Othr><Id>2000</Id></Othr>", other).statusCode(201).body("entries", equalTo(1));
        waiting().body("items.reference", contains("1000:1", "2000:1"));

        camt("", entry).statusCode(400).body("code", equalTo("statement-malformed"));
    }

    @Test
    void shouldNotPayTwiceWhatComesInAnotherFormat() {
        csv(HEADING + "A-1,2025-01-30,10.00,EUR,INV-000001\n").statusCode(201).body("matched", equalTo(1));
        var parts = "<TxDtls><RmtInf><Ustrd>INV-000001</Ustrd></RmtInf></TxDtls>";

        camt(IBAN, entry("10.00", "CRDT", "A-1", parts)).statusCode(201).body("matched", equalTo(0));
        camt(IBAN, entry("11.00", "CRDT", "A-2", parts)).statusCode(201).body("matched", equalTo(1));

        due("28.00");
        waiting().body("items", hasSize(1));
    }

    @Test
    void shouldNotPayTwiceWhatComesInTwoFormatsAtOnce() throws Exception {
        var parts = "<TxDtls><RmtInf><Ustrd>INV-000001</Ustrd></RmtInf></TxDtls>";
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var i = 1; i <= 12; i++) {
                var reference = "A-" + i;
                var row = HEADING + reference + ",2025-01-30,2.00,EUR,INV-000001\n";
                Callable<ValidatableResponse> asCsv = () -> csv(row);
                Callable<ValidatableResponse> asCamt = () -> camt(IBAN, entry("2.00", "CRDT", reference, parts));
                for (var answer : two.invokeAll(List.of(asCsv, asCamt))) {
                    answer.get().statusCode(201);
                }
            }
        }

        due("25.00");
        waiting().body("items", hasSize(12));
    }

    private void shouldBeResolvedOnce(String id) {
        post(id, "matches", Map.of("accountId", account)).statusCode(409).body("code", equalTo("entry-returned"));
        post(id, "resolutions", Map.of("note", "The payment is disputed"))
                .statusCode(200)
                .body("resolution", equalTo("The payment is disputed"));
        post(id, "resolutions", Map.of("note", "Again")).statusCode(409).body("code", equalTo("entry-resolved"));
        waiting().body("items", hasSize(0));
        unallocated(0);
    }

    private static String entry(String amount, String direction, String reference, String parts) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><BookgDt><Dt>2025-01-30</Dt></BookgDt>
                <AcctSvcrRef>%s</AcctSvcrRef><NtryDtls>%s</NtryDtls></Ntry>""".formatted(amount, direction, reference, parts);
    }

    private ValidatableResponse camt(String bankAccount, String entry) {
        return shop.as("billing")
                .contentType("application/xml")
                .body("""
                        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>
                        <Acct><Id>%s</Id><Ownr><Id><OrgId><Othr><Id>OWNER</Id></Othr></OrgId></Id></Ownr></Acct>
                        %s</Stmt></BkToCstmrStmt></Document>""".formatted(bankAccount, entry))
                .post("/bank-statements")
                .then();
    }

    private ValidatableResponse csv(String text) {
        return shop.as("billing")
                .contentType("text/csv; charset=UTF-8")
                .body(text)
                .post("/bank-statements")
                .then();
    }

    private ValidatableResponse post(String entry, String command, Map<String, ?> body) {
        return shop.as("billing")
                .body(body)
                .post("/bank-entries/" + entry + "/" + command)
                .then();
    }

    private ValidatableResponse waiting() {
        return shop.as("billing").get("/bank-entries?matched=false").then().statusCode(200);
    }

    private void due(String amount) {
        shop.as("billing").get("/invoices/" + invoice).then().body("due.amount", equalTo(amount));
    }

    private void unallocated(int minor) {
        assertThat(Sql.number(
                        "SELECT coalesce(sum(CASE credit WHEN 'UNALLOCATED' THEN amount_minor ELSE -amount_minor END), 0)"
                                + " FROM ledger_transfer WHERE tenant_id = ? AND 'UNALLOCATED' IN (debit, credit)",
                        shop.tenant))
                .isEqualTo(minor);
    }
}
