package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ResponseBody;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2024-03-15T10:00:00Z");
    }

    private String invoice() {
        shop.as("admin")
                .body(Map.of("name", "ООО «Ручеёк»", "address", "Москва, Лесная, 5", "taxId", "7700000000"))
                .put("/legal-entities/main")
                .then()
                .statusCode(200);
        var buyer = Buyer.of(shop, Map.of("name", "Школа <Север> \u0007& Ко"));
        buyer.charge("49.00", Map.of("description", "Семинар на месте"));
        return buyer.invoice();
    }

    private ResponseBody<?> render(String invoice, String type, String language) {
        var answer = shop.as("billing")
                .header("Accept", type)
                .header("Accept-Language", language)
                .get("/invoices/" + invoice);
        answer.then().statusCode(200).contentType(type);
        return answer.body();
    }

    @Test
    void shouldShowAPage() {
        var page = render(invoice(), "text/html", "en").asString();

        assertThat(page)
                .contains("Invoice INV-000001", "Семинар на месте", "ООО «Ручеёк»", "49.00 EUR", "Please pay by")
                .contains("Школа &lt;Север&gt; &amp; Ко")
                .doesNotContain("\u0007");
    }

    @Test
    void shouldPrintCyrillic() throws IOException {
        var pdf = render(invoice(), "application/pdf", "ru-RU,ru;q=0.9").asByteArray();

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Счёт INV-000001", "Семинар на месте", "ООО «Ручеёк»", "Школа <Север> & Ко", "К оплате");
        }
    }
}
