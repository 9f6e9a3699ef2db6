package vn.thidua.cluster.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.paper.OfficialDate;
import vn.thidua.kit.paper.Paper;

/**
 * A letter of invitation to print and sign: who is invited in the wording such a letter has, what for, when and where, and the agenda.
 * What a clerk or the signer fills in is left to dots.
 */
final class InvitationPaper {
    private static final List<String> SALUTATIONS = List.of("ông ", "bà ", "đồng chí ", "ông (bà) ");

    /** What the letters of a conference are written from. */
    record Facts(
            ConferenceController.ConferenceMinutes conference, MinutesQueries.Setting setting, List<String> chairs) {
        Facts {
            chairs = List.copyOf(chairs);
        }
    }

    private InvitationPaper() {}

    static Paper of(Facts facts, InvitationController.ConferenceInvitationView invited) {
        var conference = facts.conference();
        var setting = facts.setting();
        var body = new ArrayList<Paper.Block>();
        body.add(new Paper.Text("%s trân trọng kính mời: %s".formatted(setting.clusterName(), recipient(invited))));
        body.add(new Paper.Text("Tới dự: " + conference.title() + "."));
        var purposes = conference.purposes().stream()
                .map(p -> MinutesPaper.word(p.purpose()))
                .distinct()
                .collect(Collectors.joining("; "));
        if (!purposes.isEmpty()) {
            body.add(new Paper.Text("Nội dung: " + purposes + "."));
        }
        body.add(new Paper.Text(
                "Chủ trì: " + (facts.chairs().isEmpty() ? "……………" : String.join("; ", facts.chairs()) + ".")));
        body.add(new Paper.Text(
                "Thời gian: %s, %s.".formatted(hour(conference.startsAt()), OfficialDate.of(conference.heldOn()))));
        body.add(new Paper.Text("Địa điểm: " + conference.place() + "."));
        agenda(conference, invited, body);
        body.add(new Paper.Text(
                invited.unitId() == null
                        ? "Rất mong quý đại biểu đến dự đúng giờ."
                        : "Đề nghị quý cơ quan, đơn vị trả lời việc dự họp trên hệ thống và đến dự đúng giờ."));
        return new Paper(
                mark(conference),
                new Paper.Letterhead(setting.organiserName(), setting.clusterName(), "Số: ……/GM-……", "……………", null),
                "Giấy mời",
                "Dự: " + conference.title(),
                body,
                List.of(new Paper.Signature(setting.regional() ? "Cụm trưởng" : "Khối trưởng", null)),
                List.of("Như trên", setting.organiserName(), "Lưu: hồ sơ hội nghị"));
    }

    private static void agenda(
            ConferenceController.ConferenceMinutes conference,
            InvitationController.ConferenceInvitationView invited,
            List<Paper.Block> body) {
        var agenda = conference.agenda();
        if (agenda.isEmpty()) {
            return;
        }
        body.add(new Paper.Heading("Chương trình"));
        body.add(new Paper.Items(agenda.stream().map(MinutesPaper::plannedLine).toList()));
        var own = agenda.stream()
                .filter(item -> invited.unitId() != null && invited.unitId().equals(item.unitId()))
                .map(AgendaController.AgendaItemView::title)
                .collect(Collectors.joining("; "));
        if (!own.isEmpty()) {
            body.add(new Paper.Text("Đề nghị quý cơ quan, đơn vị chuẩn bị: " + own + "."));
        }
    }

    /** A unit is invited in its leaders; a guest with the salutation that is written, or the one for whom none is. */
    static String recipient(InvitationController.ConferenceInvitationView invited) {
        if (invited.name() == null) {
            return "Đại diện lãnh đạo " + invited.unitName()
                    + switch (invited.capacity()) {
                        case MEMBER, GUEST -> ".";
                        case CHAIR -> " (chủ trì hội nghị).";
                        case SUPERIOR -> " (đại diện cấp trên).";
                    };
        }
        var small = invited.name().toLowerCase(Locale.ROOT);
        var salutation = SALUTATIONS.stream().anyMatch(small::startsWith) ? "" : "Ông (Bà) ";
        return salutation
                + Stream.of(invited.name(), invited.office())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String hour(@Nullable String hour) {
        return hour == null ? "…… giờ ……" : hour.replace(":", " giờ ");
    }

    private static @Nullable String mark(ConferenceController.ConferenceMinutes conference) {
        return switch (conference.provenance()) {
            case INVENTED -> "BẢN MINH HOẠ – DỮ LIỆU GIẢ ĐỊNH";
            case IN_DOCUMENT, NOT_IN_DOCUMENT -> "GHI LẠI SAU THEO TÀI LIỆU, KHÔNG PHẢI GIẤY MỜI GỐC";
            case LIVE -> null;
        };
    }
}
