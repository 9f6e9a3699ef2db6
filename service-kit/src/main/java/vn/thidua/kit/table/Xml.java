package vn.thidua.kit.table;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that comes from outside: no document types, so no entities that grow or reach out. */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(content);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Without document types only &amp; and its like are left, of which honest text may have any number.
        for (var limit : new String[] {"entityExpansionLimit", "totalEntitySizeLimit", "maxGeneralEntitySizeLimit"}) {
            factory.setProperty("jdk.xml." + limit, "0");
        }
        return factory;
    }
}
