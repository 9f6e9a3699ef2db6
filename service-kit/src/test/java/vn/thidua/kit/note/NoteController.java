package vn.thidua.kit.note;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

@RestController
@RequestMapping("/api/v1/notes")
class NoteController {
    record Remark(@NotBlank @Size(max = 20) String text) {}

    record NewNote(
            @NotNull UUID unitId,
            @NotBlank @Size(min = 2, max = 200) String text,
            @Nullable Integer pages,
            @Nullable BigDecimal weight,
            @Nullable Boolean draft,
            @Nullable @Valid List<Remark> remarks) {}

    record Change(@NotBlank String text) {}

    private final NoteService notes;

    NoteController(NoteService notes) {
        this.notes = notes;
    }

    @PostMapping
    ResponseEntity<NoteService.Note> write(Caller caller, @Valid @RequestBody NewNote note) {
        var written = notes.write(caller, note.unitId(), note.text());
        if (note.text().startsWith("chậm")) {
            notes.linger(note.text().startsWith("chậm lắm") ? 4500 : 1000);
        }
        return ResponseEntity.created(URI.create("/api/v1/notes/" + written.id()))
                .eTag(Versions.etag(written.version()))
                .body(written);
    }

    /** Leaves no trace in the saved answers; safe to repeat by itself, as it changes nothing. */
    @PostMapping("/whispers")
    Map<String, Integer> whisper(@Valid @RequestBody Remark remark) {
        return Map.of("length", remark.text().length());
    }

    @PutMapping("/{id}")
    ResponseEntity<NoteService.Note> rewrite(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        var note = notes.rewrite(caller, id, Versions.required(ifMatch), change.text());
        return ResponseEntity.ok().eTag(Versions.etag(note.version())).body(note);
    }

    @GetMapping("/{id}")
    Map<String, String> read(@PathVariable UUID id) {
        var text = notes.text(id);
        if (text == null) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return Map.of("text", text);
    }

    @GetMapping("/search")
    Map<String, String> search(@RequestParam String q, @RequestParam(defaultValue = "5") @Min(1) @Max(10) int limit) {
        return Map.of("q", q, "limit", Integer.toString(limit));
    }

    @GetMapping("/lingering")
    Map<String, String> linger(@RequestParam int millis) {
        notes.linger(millis);
        return Map.of();
    }

    @GetMapping("/broken")
    Map<String, String> broken() {
        return Map.of("never", Objects.requireNonNull(notes.text(new UUID(0, 0)), "secret inner text"));
    }
}
