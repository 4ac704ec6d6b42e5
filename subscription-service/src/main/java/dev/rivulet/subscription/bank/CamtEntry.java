package dev.rivulet.subscription.bank;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.bank.domain.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An entry of a camt.053 statement: values by their path below Ntry, those of each transaction apart. */
final class CamtEntry {

    private static final String TRANSACTION = "NtryDtls/TxDtls";

    private final Map<String, String> own = new HashMap<>();
    private final List<Map<String, String>> transactions = new ArrayList<>();

    private CamtEntry() {}

    /** Reads on until the entry's end. */
    static CamtEntry read(XMLStreamReader xml) throws XMLStreamException {
        var entry = new CamtEntry();
        var path = new ArrayList<String>();
        var text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(xml.getLocalName());
                    text.setLength(0);
                    var at = String.join("/", path);
                    if (at.equals(TRANSACTION)) {
                        entry.transactions.add(new HashMap<>());
                    }
                    var currency = xml.getAttributeValue(null, "Ccy");
                    if (currency != null) {
                        entry.put(at + "@Ccy", currency);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.isEmpty()) {
                        return entry;
                    }
                    entry.put(String.join("/", path), text.toString().strip());
                    text.setLength(0);
                    path.removeLast();
                }
                default -> {
                    // Comments and white space.
                }
            }
        }
        throw new XMLStreamException("an entry without an end");
    }

    /** Remembers a value; what comes several times, such as lines of text, is joined. */
    private void put(String path, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (path.startsWith(TRANSACTION + "/") && !transactions.isEmpty()) {
            transactions.getLast().merge(path.substring(TRANSACTION.length() + 1), value, (a, b) -> a + " " + b);
        } else {
            own.merge(path, value, (a, b) -> a + " " + b);
        }
    }

    boolean isBooked() {
        return own.getOrDefault("Sts/Cd", own.getOrDefault("Sts", "BOOK")).equals("BOOK");
    }

    /** Whether money came in; a debit taken back did not. */
    boolean isCredit() {
        return own.getOrDefault("CdtDbtInd", "").equals("CRDT")
                && !own.getOrDefault("RvslInd", "false").equals("true");
    }

    /** One for each transaction; a batch has several. */
    List<Entry> entries(String account) {
        var parts = transactions.isEmpty() ? List.of(Map.<String, String>of()) : transactions;
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var single = parts.size() == 1;
            var reference = reference(part, single ? "" : "/" + (i + 1));
            entries.add(new Entry(
                    cut(account + ":" + reference, 140),
                    bookedOn(),
                    amount(part, single),
                    payer(part),
                    cut(remittance(part), 500)));
        }
        return entries;
    }

    private String reference(Map<String, String> part, String suffix) {
        var transaction = part.get("Refs/AcctSvcrRef");
        if (transaction != null) {
            return transaction;
        }
        var entry = own.getOrDefault("AcctSvcrRef", own.get("NtryRef"));
        if (entry == null) {
            throw Rejected.invalid("statement-malformed", "", "an entry without a reference");
        }
        return entry + suffix;
    }

    private LocalDate bookedOn() {
        return LocalDate.parse(cut(own.getOrDefault("BookgDt/Dt", own.getOrDefault("BookgDt/DtTm", "")), 10));
    }

    private Money amount(Map<String, String> part, boolean single) {
        for (var path : List.of("Amt", "AmtDtls/TxAmt/Amt")) {
            var amount = part.get(path);
            var currency = part.get(path + "@Ccy");
            if (!single && amount != null && currency != null) {
                return Money.of(amount, currency);
            }
        }
        return Money.of(own.getOrDefault("Amt", ""), own.getOrDefault("Amt@Ccy", ""));
    }

    private static @Nullable String payer(Map<String, String> part) {
        var name = part.getOrDefault("RltdPties/Dbtr/Nm", part.get("RltdPties/Dbtr/Pty/Nm"));
        return name == null ? null : cut(name, 200);
    }

    private String remittance(Map<String, String> part) {
        var text = new StringBuilder();
        for (var path : List.of("RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "Refs/EndToEndId", "AddtlTxInf")) {
            text.append(part.getOrDefault(path, "")).append(' ');
        }
        return text.append(own.getOrDefault("AddtlNtryInf", "")).toString().strip();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
