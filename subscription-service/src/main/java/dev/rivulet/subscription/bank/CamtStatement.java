package dev.rivulet.subscription.bank;

import dev.rivulet.kit.money.MoneyFormatException;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.bank.domain.Entry;
import dev.rivulet.subscription.bank.domain.Statement;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A statement as ISO 20022 camt.053 (versions 02 to 08), read as a stream. Documents that declare a type are refused, so
 * that none can name an entity, near or far.
 */
final class CamtStatement {

    private static final XMLInputFactory XML = factory();

    private final List<Entry> credits = new ArrayList<>();
    private int debits;

    private CamtStatement() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static Statement read(InputStream document) {
        try {
            var statement = new CamtStatement();
            statement.document(XML.createXMLStreamReader(document));
            return new Statement(statement.credits, statement.debits);
        } catch (XMLStreamException | DateTimeException | MoneyFormatException e) {
            throw Rejected.invalid("statement-malformed", "", reason(e));
        }
    }

    private static String reason(Exception e) {
        return e instanceof XMLStreamException xml && xml.getLocation() != null
                ? "line " + xml.getLocation().getLineNumber()
                : String.valueOf(e.getMessage());
    }

    private void document(XMLStreamReader xml) throws XMLStreamException {
        var account = "";
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type", xml.getLocation());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Stmt" -> account = "";
                    case "IBAN" -> account = account.isEmpty() ? xml.getElementText() : account;
                    case "Ntry" -> entry(CamtEntry.read(xml), account);
                    default -> {
                        // Balances, addresses and the rest tell nothing of what was paid.
                    }
                }
            }
        }
    }

    private void entry(CamtEntry entry, String account) {
        if (!entry.isBooked()) {
            return;
        }
        if (!entry.isCredit()) {
            debits++;
            return;
        }
        credits.addAll(entry.entries(account));
    }
}
