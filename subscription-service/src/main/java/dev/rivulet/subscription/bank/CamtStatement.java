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

    private final List<Entry> entries = new ArrayList<>();
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
            return new Statement(statement.entries, statement.debits);
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
        var path = new ArrayList<String>();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type", xml.getLocation());
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                path.removeLast();
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            path.add(xml.getLocalName());
            if (xml.getLocalName().equals("Stmt")) {
                account = "";
            } else if (xml.getLocalName().equals("Ntry")) {
                entry(CamtEntry.read(xml), account);
                path.removeLast();
            } else if (isAccount(path)) {
                account = xml.getElementText().strip();
                path.removeLast();
            }
        }
    }

    /** The statement's own account, not one of its owner, its bank or another it belongs to. */
    private static boolean isAccount(List<String> path) {
        var at = String.join("/", path);
        return at.endsWith("/Stmt/Acct/Id/IBAN") || at.endsWith("/Stmt/Acct/Id/Othr/Id");
    }

    private void entry(CamtEntry entry, String account) {
        if (!entry.isBooked()) {
            return;
        }
        if (account.isEmpty()) {
            // Banks number the entries of each account for itself.
            throw Rejected.invalid("statement-malformed", "", "entries without an account");
        }
        for (var part : entry.parts()) {
            if (part.kind() == null) {
                debits++;
            } else {
                entries.add(entry.entry(part, part.kind(), account));
            }
        }
    }
}
