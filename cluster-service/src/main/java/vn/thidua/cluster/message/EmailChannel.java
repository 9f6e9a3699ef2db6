package vn.thidua.cluster.message;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** By mail. A letter sent again carries the same id, by which mail programs show it once. */
final class EmailChannel implements Channel {
    private static final String TIMEOUT_MILLIS = "5000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;

    EmailChannel(MessageSettings.Smtp smtp) {
        this.from = smtp.from();
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        if (!smtp.user().isEmpty()) {
            sender.setUsername(smtp.user());
            sender.setPassword(smtp.password());
        }
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(!smtp.user().isEmpty()));
        // Without it a server that stopped offering encryption would get names and passwords in the clear.
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(smtp.startTls()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(smtp.startTls()));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, TIMEOUT_MILLIS);
        }
        sender.setJavaMailProperties(properties);
    }

    @Override
    public Kind kind() {
        return Kind.EMAIL;
    }

    @Override
    public boolean reaches(Letter letter) {
        return letter.email() != null;
    }

    @Override
    public void send(Letter letter) throws MessagingException {
        var mail = sender.createMimeMessage();
        mail.setHeader("Message-ID", "<" + letter.id() + "@thidua>");
        mail.setHeader("Auto-Submitted", "auto-generated");
        var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(Objects.requireNonNull(letter.email()));
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        sender.send(mail);
    }
}
