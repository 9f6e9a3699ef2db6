package vn.thidua.cluster.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.paper.PaperFormat;
import vn.thidua.kit.security.Caller;

/** A conference's minutes as a paper, drafted from what was noted. */
@RestController
@RequestMapping("/api/v1/conferences/{id}/minutes")
@Tag(name = "Conferences")
final class MinutesController {
    private final Conferences visibility;
    private final ConferenceQueries conferences;
    private final MinutesQueries queries;

    MinutesController(Conferences visibility, ConferenceQueries conferences, MinutesQueries queries) {
        this.visibility = visibility;
        this.conferences = conferences;
        this.queries = queries;
    }

    @GetMapping(produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "The minutes as a Word file to go on writing in or as PDF, from what was noted of the conference")
    ResponseEntity<byte[]> minutes(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "DOCX") PaperFormat format) {
        visibility.visible(caller, id);
        var conference = conferences.minutes(id);
        var paper = MinutesPaper.of(new MinutesPaper.Facts(
                conference,
                queries.setting(id),
                queries.laidDrafts(id),
                queries.reviewedTasks(id),
                queries.adoptedRegulations(id),
                queries.signedCompacts(id),
                queries.votes(id),
                queries.namedHeads(id),
                queries.handovers(id)));
        return format.answer("Biên bản - " + conference.title(), List.of(paper));
    }
}
