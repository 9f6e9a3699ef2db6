package vn.thidua.kit.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An official paper as it reads, whatever file it becomes. Its parts are those of Decree 30/2020/NĐ-CP, annex I.
 *
 * @param mark what the reader must know before all else, as that everything is invented; null for nothing
 * @param kind tên loại, as "Biên bản"
 * @param subject trích yếu
 * @param recipients nơi nhận; empty where the paper names none
 */
public record Paper(
        @Nullable String mark,
        Letterhead letterhead,
        String kind,
        String subject,
        List<Block> body,
        List<Signature> signatures,
        List<String> recipients) {
    public Paper {
        body = List.copyOf(body);
        signatures = List.copyOf(signatures);
        recipients = List.copyOf(recipients);
    }

    /** Each recipient on its line, the last one ending the list. */
    List<String> recipientLines() {
        return IntStream.range(0, recipients.size())
                .mapToObj(i -> "- " + recipients.get(i) + (i == recipients.size() - 1 ? "." : ";"))
                .toList();
    }

    /**
     * Who writes, under which number, where and when.
     *
     * @param superior cơ quan chủ quản; null where there is none or none is named
     * @param number số, ký hiệu as the clerk gave it, or with dots where a clerk will
     * @param day null where it is filled in by hand
     */
    public record Letterhead(
            @Nullable String superior,
            String issuer,
            String number,
            String place,
            @Nullable LocalDate day) {
        /** Place and day as the paper says them; dots where they are filled in by hand. */
        String placeAndDay() {
            return place + ", " + (day == null ? "ngày …… tháng …… năm ………" : OfficialDate.of(day));
        }
    }

    /** A part of what the paper says. */
    public sealed interface Block {}

    public record Heading(String text) implements Block {}

    public record Text(String text) implements Block {}

    /** What is listed, each on a line of its own. */
    public record Items(List<String> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** @param rows each with as many cells as there are columns */
    public record Table(List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(row.size() + " cells under " + columns.size() + " columns");
                }
            }
        }
    }

    /** @param width share of the table's width, in percent */
    public record Column(String title, int width, Align align) {}

    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** @param name null where it is not known beforehand who signs */
    public record Signature(String office, @Nullable String name) {}
}
