package dev.rivulet.subscription.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.bank.domain.InvoiceReference;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BankTest {

    private static final String HEADING = "reference,booked_on,amount,currency,payer_name,remittance\n";

    private Shop shop;
    private UUID account;
    private Object first;
    private Object second;

    @BeforeEach
    void twoInvoices() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        account = shop.account();
        var proposition = shop.proposition();
        first = shop.invoices(shop.subscribe(account, shop.plan("49.00"), proposition), "id")
                .getFirst();
        second = shop.invoices(shop.subscribe(account, shop.plan("30.00"), proposition), "id")
                .getFirst();
    }

    @Test
    void shouldPayWhatAStatementNamesAndKeepTheRestWaiting() {
        var statement = HEADING
                + "B-1,2025-01-30,30.00,EUR,Northwind,INV-000002\n"
                + "B-2,2025-01-30,60.00,EUR,Northwind," + InvoiceReference.of(1) + "\n"
                + "B-3,2025-01-31,7.00,EUR,Somebody,hello\n"
                + "B-4,2025-01-31,-5.00,EUR,Our landlord,rent\n";

        csv(statement)
                .statusCode(201)
                .body("entries", equalTo(3))
                .body("matched", equalTo(2))
                .body("unmatched", equalTo(1))
                .body("known", equalTo(0))
                .body("debits", equalTo(1));
        csv(statement).statusCode(201).body("entries", equalTo(0)).body("known", equalTo(3));

        status(first).isEqualTo("PAID");
        status(second).isEqualTo("PAID");
        shop.as("billing").get("/accounts/" + account + "/balance").then().body("balance.amount", equalTo("11.00"));
        entries(false).body("items.reference", contains("B-3"));
        assertThat(Sql.number(
                        "SELECT sum(CASE credit WHEN 'UNALLOCATED' THEN amount_minor ELSE -amount_minor END)"
                                + " FROM ledger_transfer WHERE tenant_id = ? AND 'UNALLOCATED' IN (debit, credit)",
                        shop.tenant))
                .isEqualTo(700);
    }

    /** Each seller numbers its invoices from 1. */
    @Test
    void shouldNotTakeTheInvoiceOfAnotherSeller() {
        shop.as("admin")
                .body(Map.of("name", "Acme Ltd", "address", "1 Main Street"))
                .put("/legal-entities/acme")
                .then()
                .statusCode(200);
        var buyer = Buyer.atOnce(shop, Map.of("legalEntity", "acme"));
        buyer.charge("12.00");
        var theirs = buyer.invoice();
        buyer.read(theirs).body("number", equalTo("ACME-INV-000001"));

        csv(HEADING
                        + "B-1,2025-01-30,12.00,EUR,Northwind,ACME-INV-000001\n"
                        + "B-2,2025-01-30,49.00,EUR,Northwind,INV-000001\n")
                .statusCode(201)
                .body("matched", equalTo(1))
                .body("unmatched", equalTo(1));

        status(theirs).isEqualTo("PAID");
        status(first).isEqualTo("FINALIZED");
        for (var number : Map.of("ACME-INV-000001", theirs, "INV-000001", first.toString())
                .entrySet()) {
            shop.as("ops")
                    .get("/invoices?number=" + number.getKey())
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(number.getValue()));
        }
        shop.as("ops").get("/invoices?number=12").then().statusCode(400).body("errors[0].pointer", equalTo("?number"));
    }

    @Test
    void shouldSuggestByAmountAndNameAndLetPeopleDecide() {
        csv(HEADING + "B-1,2025-01-30,49.00,EUR,NORTHWIND,thank you\nB-2,2025-01-30,49.00,EUR,Southwind,thanks\n")
                .statusCode(201)
                .body("matched", equalTo(0));

        var found = entries(false)
                .body("items[0].suggestions.invoiceId", contains(first))
                .body("items[1].suggestions", hasSize(0));
        var path = "/bank-entries/" + found.extract().path("items[0].id") + "/matches";
        as(path, Map.of("accountId", account, "invoiceIds", List.of(second)))
                .statusCode(201)
                .body("suggestions", hasSize(0));

        status(second).isEqualTo("PAID");
        status(first).isEqualTo("PARTIALLY_PAID");
        as(path, Map.of("accountId", account)).statusCode(409).body("code", equalTo("entry-matched"));
        entries(true).body("items", hasSize(1));
        Shop.live()
                .as("billing")
                .body(Map.of("accountId", account))
                .post(path)
                .then()
                .statusCode(422);
        as("/bank-entries/" + UUID.randomUUID() + "/matches", Map.of("accountId", account))
                .statusCode(404);
    }

    @Test
    void shouldReadCamt053() {
        camt("", "")
                .statusCode(201)
                .body("entries", equalTo(3))
                .body("matched", equalTo(2))
                .body("debits", equalTo(1));

        status(first).isEqualTo("PAID");
        status(second).isEqualTo("PARTIALLY_PAID");
        entries(false).body("items.payerName", contains("Somebody GmbH"));
        camt("", "").statusCode(201).body("entries", equalTo(0)).body("known", equalTo(3));
    }

    @Test
    void shouldNotReachForAnythingADocumentNames() {
        camt("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")
                .statusCode(400)
                .body("code", equalTo("statement-malformed"));
        assertThat(Sql.number("SELECT count(*) FROM bank_entry WHERE tenant_id = ?", shop.tenant))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reference,booked_on\nx,y",
                HEADING,
                HEADING + ",2025-01-30,1.00,EUR,,x",
                HEADING + "B,30.01.2025,1.00,EUR,,x",
                HEADING + "B,2025-01-30,1.001,EUR,,x",
                HEADING + "B,2025-01-30,one,EUR,,x",
                HEADING + "B,2025-01-30,1.00,XXX,,x",
                HEADING + "B,2025-01-30,1.00"
            })
    void shouldRefuseWhatIsNoStatement(String text) {
        csv(text).statusCode(400);
    }

    @Test
    void shouldReadSemicolonsQuotesAndCommas() {
        csv("\uFEFFReference;Booked_On;Amount;Currency;Remittance\r\n"
                        + "B-1;2025-01-30;\"49,00\";EUR;\"a \"\"quoted\"\"; text\nINV-000001\"\r\n")
                .statusCode(201)
                .body("matched", equalTo(1));
        status(first).isEqualTo("PAID");
    }

    @Test
    void shouldLeaveAloneWhatNamesSeveralCustomersOrAnotherCurrency() {
        var other = shop.account();
        shop.subscribe(other, shop.plan("10.00"), shop.proposition());
        csv(HEADING + "B-1,2025-01-30,59.00,EUR,,INV-000001 INV-000003\nB-2,2025-01-30,49.00,USD,,INV-000001\n")
                .statusCode(201)
                .body("unmatched", equalTo(2));
    }

    private ValidatableResponse camt(String type, String remittance) {
        var body =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + type + """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>
                <Bal><Amt Ccy="EUR">1000.00</Amt></Bal>
                <Ntry><Amt Ccy="EUR">49.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                  <BookgDt><Dt>2025-01-30</Dt></BookgDt><AcctSvcrRef>A-1</AcctSvcrRef><NtryDtls><TxDtls>
                  <RltdPties><Dbtr><Pty><Nm>Northwind</Nm></Pty></Dbtr></RltdPties>
                  <RmtInf><Strd><CdtrRefInf><Ref>%s</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="EUR">27.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
                  <BookgDt><DtTm>2025-01-30T12:00:00</DtTm></BookgDt><AcctSvcrRef>A-2</AcctSvcrRef><NtryDtls>
                  <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">20.00</Amt></TxAmt></AmtDtls>
                    <RltdPties><Dbtr><Nm>Northwind</Nm></Dbtr></RltdPties>
                    <RmtInf><Ustrd>Invoice</Ustrd><Ustrd>INV-000002 %s</Ustrd></RmtInf></TxDtls>
                  <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">7.00</Amt></TxAmt></AmtDtls>
                    <RltdPties><Dbtr><Nm>Somebody GmbH</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
                  <BookgDt><Dt>2025-01-30</Dt></BookgDt><AcctSvcrRef>A-3</AcctSvcrRef></Ntry>
                <Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts>
                  <BookgDt><Dt>2025-01-30</Dt></BookgDt><AcctSvcrRef>A-4</AcctSvcrRef></Ntry>
                </Stmt></BkToCstmrStmt></Document>""".formatted(InvoiceReference.of(1), remittance);
        return shop.as("billing")
                .contentType("application/xml")
                .body(body)
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

    private ValidatableResponse entries(boolean matched) {
        return shop.as("billing").get("/bank-entries?matched=" + matched).then().statusCode(200);
    }

    private org.assertj.core.api.AbstractStringAssert<?> status(Object invoice) {
        return assertThat(shop.as("billing").get("/invoices/" + invoice).<String>path("status"));
    }

    private ValidatableResponse as(String path, Map<String, Object> body) {
        return shop.as("billing").body(body).post(path).then();
    }
}
