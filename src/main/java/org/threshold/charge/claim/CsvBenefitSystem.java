package org.threshold.charge.claim;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import org.threshold.audit.Sha256;
import org.threshold.casefile.SpreadsheetText;

/** The benefit system by CSV files; {@code src/docs/benefit-files.md} describes both. */
@Component
class CsvBenefitSystem implements BenefitSystem {

    static final int LARGEST_FILE = 2 * 1024 * 1024;
    static final int MOST_LINES = 2_000;
    static final List<String> OUT = List.of("line_id", "claim_reference", "claim_kind", "case_reference", "given_name",
            "family_name", "date_of_birth", "national_insurance", "address", "postcode", "first_night", "left_on",
            "claim_made_on", "accommodation_type", "bed_and_breakfast", "landlord", "self_contained", "bedrooms",
            "charged_by", "eligible", "ineligible");
    static final List<String> IN = List.of("record_id", "record_type", "claim_reference", "first_night", "on", "outcome",
            "pays_from", "pays_last", "amount", "takes_back", "words");
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_WORDS = 500;
    private static final int PENCE = 2;

    @Override
    public String line(ClaimOut claim) {
        boolean known = claim.rate() != null;
        List<String> cells = Stream.of(claim.reference(), claim.kind().name(), claim.caseReference(), claim.givenName(),
                claim.familyName(), claim.dateOfBirth(), claim.nationalInsurance(), claim.address(), claim.postcode(),
                claim.firstNight(), claim.leftOn(), claim.madeOn(), claim.type(), yesNo(claim.bedAndBreakfast()),
                claim.landlord(), yesNo(claim.selfContained()), claim.bedrooms(), known ? claim.rate().per().name() : null,
                known ? pounds(claim.rate().eligible()) : null, known ? pounds(claim.rate().ineligible()) : null)
                .map(CsvBenefitSystem::safe).toList();
        String facts = CSVFormat.RFC4180.format(cells.toArray());
        String id = claim.claimId() + "-" + Sha256.of(facts).substring(0, 12);
        return CSVFormat.RFC4180.format(Stream.concat(Stream.of(id), cells.stream()).toArray());
    }

    private static String yesNo(Boolean fact) {
        return fact == null ? null : fact ? "Y" : "N";
    }

    private static String pounds(int pence) {
        return BigDecimal.valueOf(pence, PENCE).toPlainString();
    }

    /** A value that begins like a formula is kept from being one by an apostrophe. */
    private static String safe(Object value) {
        String text = value == null ? "" : value.toString().replaceAll("\\R", " ");
        return SpreadsheetText.safe(text);
    }

    @Override
    public byte[] file(List<String> lines) {
        StringBuilder file = new StringBuilder("\uFEFF").append(String.join(",", OUT)).append("\r\n");
        lines.forEach(line -> file.append(line).append("\r\n"));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<RecordIn> read(byte[] content) {
        String text = text(content);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            List<RecordIn> records = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() == 1) {
                    requireHeadings(row);
                } else if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    records.add(record(row));
                }
                if (records.size() > MOST_LINES) {
                    throw new Unreadable("The file has more than " + MOST_LINES + " lines. Bring it in parts");
                }
            }
            return records;
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new Unreadable("The quotation marks in the file do not match. Write a quotation mark inside a value"
                    + " twice, and put the value in quotation marks");
        }
    }

    private static String text(byte[] content) {
        if (content.length == 0) {
            throw new Unreadable("The file is empty");
        }
        if (content.length > LARGEST_FILE) {
            throw new Unreadable("The file is larger than " + LARGEST_FILE / 1024 / 1024 + " MB. Bring it in parts");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content)).toString();
            // The bytes of UTF-16 without a mark read as UTF-8 with a nought after each letter.
            if (text.indexOf('\0') >= 0) {
                throw new CharacterCodingException();
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new Unreadable("The file is not CSV in UTF-8. Save it as ‘CSV UTF-8 (comma delimited)’");
        }
    }

    private static void requireHeadings(CSVRecord row) {
        if (!row.stream().map(String::strip).toList().equals(IN)) {
            throw new Unreadable("The first line of the file must be: " + String.join(",", IN));
        }
    }

    private static RecordIn record(CSVRecord row) {
        Cells cells = new Cells(row);
        String id = cells.text("record_id", LONGEST_ID);
        if (id == null) {
            cells.wrong("The record has no record_id");
        }
        Type type = cells.code("record_type", Type.class);
        String reference = cells.text("claim_reference", LONGEST_ID);
        if (reference == null) {
            cells.wrong("The record has no claim_reference");
        }
        RecordIn read = new RecordIn((int) row.getRecordNumber(), id, type, reference, cells.day("first_night"),
                cells.day("on"), cells.outcome(), cells.day("pays_from"), cells.day("pays_last"), cells.pence(),
                cells.text("takes_back", LONGEST_ID), cells.text("words", LONGEST_WORDS), null);
        String missing = cells.wrong == null ? missing(read) : null;
        return withWrong(read, missing == null ? cells.wrong : missing);
    }

    /** What a record of its kind needs and does not have, as a sentence, or null. */
    private static String missing(RecordIn read) {
        if (read.on() == null) {
            return "The record has no day in ‘on’";
        }
        return switch (read.type()) {
            case DECISION -> read.outcome() == null ? "A decision needs an outcome: FULL, PART or REFUSED"
                    : read.outcome() != ClaimStatus.REFUSED && (read.from() == null || read.pence() == null)
                    ? "An award needs pays_from and the amount a week" : null;
            case CREDIT -> read.from() == null || read.last() == null || read.pence() == null
                    ? "A credit needs pays_from, pays_last and an amount"
                    : read.last().isBefore(read.from()) ? "pays_last is before pays_from" : null;
            case TAKEN_BACK -> read.takesBack() == null ? "takes_back must name the credit that is taken back" : null;
        };
    }

    private static RecordIn withWrong(RecordIn read, String wrong) {
        return new RecordIn(read.line(), read.id(), read.type(), read.reference(), read.firstNight(), read.on(),
                read.outcome(), read.from(), read.last(), read.pence(), read.takesBack(), read.words(), wrong);
    }

    /** One line, cell by cell, with the first thing that is wrong with it. */
    private static final class Cells {

        private final CSVRecord row;
        private String wrong;

        private Cells(CSVRecord row) {
            this.row = row;
            if (row.size() != IN.size()) {
                wrong("The line has " + row.size() + " values, not " + IN.size());
            }
        }

        void wrong(String sentence) {
            wrong = wrong == null ? sentence : wrong;
        }

        String text(String column, int longest) {
            int at = IN.indexOf(column);
            String value = at < row.size() ? row.get(at).strip() : "";
            if (value.length() > longest) {
                wrong(column + " is longer than " + longest + " characters");
                return value.substring(0, longest);
            }
            return value.isEmpty() ? null : value;
        }

        LocalDate day(String column) {
            String typed = text(column, LONGEST_ID);
            try {
                return typed == null ? null : LocalDate.parse(typed);
            } catch (DateTimeException notADay) {
                wrong(column + " is no day; write days like 2026-06-22");
                return null;
            }
        }

        <E extends Enum<E>> E code(String column, Class<E> type) {
            String typed = text(column, LONGEST_ID);
            for (E each : type.getEnumConstants()) {
                if (each.name().equals(typed)) {
                    return each;
                }
            }
            wrong(column + " must be one of " + List.of(type.getEnumConstants()));
            return null;
        }

        ClaimStatus outcome() {
            String typed = text("outcome", LONGEST_ID);
            if (typed == null) {
                return null;
            }
            return switch (typed) {
                case "FULL" -> ClaimStatus.AWARDED_FULL;
                case "PART" -> ClaimStatus.AWARDED_PART;
                case "REFUSED" -> ClaimStatus.REFUSED;
                default -> {
                    wrong("outcome must be FULL, PART or REFUSED");
                    yield null;
                }
            };
        }

        Integer pence() {
            String typed = text("amount", LONGEST_ID);
            if (typed == null) {
                return null;
            }
            if (!typed.matches("[0-9]{1,6}(\\.[0-9]{1,2})?") || new BigDecimal(typed).signum() == 0) {
                wrong("amount must be pounds and pence, more than nothing, like 385.50");
                return null;
            }
            return new BigDecimal(typed).movePointRight(PENCE).intValueExact();
        }
    }
}
