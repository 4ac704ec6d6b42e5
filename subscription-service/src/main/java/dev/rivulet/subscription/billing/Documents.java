package dev.rivulet.subscription.billing;

import dev.rivulet.kit.print.Printer;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Named;
import dev.rivulet.subscription.account.LegalEntities;
import dev.rivulet.subscription.account.LegalEntity;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invoices as the customer gets them: a page, or a PDF with its own fonts, Cyrillic among their letters. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Documents {

    private final InvoiceRepository invoices;
    private final ChargeRepository charges;
    private final Accounts accounts;
    private final LegalEntities legalEntities;
    private final Template template;

    Documents(
            InvoiceRepository invoices,
            ChargeRepository charges,
            Accounts accounts,
            LegalEntities legalEntities,
            @Location("invoice.html") Template template) {
        this.invoices = invoices;
        this.charges = charges;
        this.accounts = accounts;
        this.legalEntities = legalEntities;
        this.template = template;
    }

    String html(UUID id, @Nullable String acceptLanguage) {
        return Printer.html(document(id, acceptLanguage));
    }

    byte[] pdf(UUID id, @Nullable String acceptLanguage) {
        return Printer.pdf(document(id, acceptLanguage));
    }

    private TemplateInstance document(UUID id, @Nullable String acceptLanguage) {
        var invoice = invoices.get(id);
        var lines = charges.ofInvoice(id);
        var named = accounts
                .named(Stream.concat(
                                Stream.of(invoice.accountId), lines.stream().map(line -> line.accountId))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Named::id, account -> account));
        return template.data(
                "doc",
                new InvoiceDocument(
                        invoice,
                        lines,
                        legalEntities
                                .find(invoice.legalEntity)
                                .orElseGet(() -> new LegalEntity(invoice.legalEntity, "", null, null)),
                        Objects.requireNonNull(named.get(invoice.accountId)),
                        named.values().stream().collect(Collectors.toMap(Named::id, Named::name)),
                        invoice.replacesId == null
                                ? null
                                : invoices.get(invoice.replacesId).numberText(),
                        DocumentTexts.forHeader(acceptLanguage)));
    }
}
