package vn.thidua.kit.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a workbook says of itself: which part is its first sheet, and the texts that its cells share. */
final class WorkbookParts {
    private static final String MAIN = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";
    static final List<String> NAMES = List.of(MAIN, RELATIONS, TEXTS);
    private static final int MOST_RELATIONS = 1000;

    private final int mostCharacters;
    private final Map<String, String> relations = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private @Nullable String firstId;
    private int characters;

    WorkbookParts(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    void take(String name, InputStream content) throws IOException, XMLStreamException {
        switch (name) {
            case MAIN -> main(Xml.reader(content));
            case RELATIONS -> relations(Xml.reader(content));
            case TEXTS -> texts(Xml.reader(content));
            default -> {}
        }
    }

    /** The name of the first sheet's part, null when this is no workbook. */
    @Nullable
    String firstSheet() {
        var target = firstId == null ? null : relations.get(firstId);
        if (target == null) {
            return null;
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    List<String> texts() {
        return texts;
    }

    private void main(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("sheet")
                    && firstId == null) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    // r:id, whatever the prefix; sheetId and name are others.
                    if (xml.getAttributeLocalName(i).equals("id")) {
                        firstId = xml.getAttributeValue(i);
                    }
                }
            }
        }
    }

    private void relations(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")
                    && relations.size() < MOST_RELATIONS) {
                var id = xml.getAttributeValue(null, "Id");
                var target = xml.getAttributeValue(null, "Target");
                if (id != null && target != null) {
                    relations.put(id, target);
                }
            }
        }
    }

    private void texts(XMLStreamReader xml) throws XMLStreamException, UnpackingStream.TooMuch {
        var text = new StringBuilder();
        var inText = false;
        var spoken = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> text.setLength(0);
                        // How a text is spoken stands beside it and is not part of it.
                        case "rPh" -> spoken++;
                        case "t" -> inText = spoken == 0;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        count(xml.getTextLength());
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "t" -> inText = false;
                        case "rPh" -> spoken--;
                        case "si" -> {
                            // Also an empty one costs its place in the list.
                            count(16);
                            texts.add(text.toString());
                        }
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private void count(int more) throws UnpackingStream.TooMuch {
        characters += more;
        if (characters > mostCharacters) {
            throw new UnpackingStream.TooMuch("more than " + mostCharacters + " characters of shared text");
        }
    }
}
