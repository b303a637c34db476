package org.threshold.launch.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What Tomcat refuses before any of our pages could answer (a path with tricks in it) is said in plain words too. */
@Component
class PlainRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(PlainReport.class.getName()));
    }

    /** Made by Tomcat, by name. */
    public static final class PlainReport extends ErrorReportValve {

        private static final String PAGE = """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Threshold</title></head>
                <body>
                <h1>We could not read that request</h1>
                <p>The address or what was sent could not be understood. Nothing was changed.</p>
                <p><a href="/">Go to the first page</a></p>
                </body>
                </html>
                """;

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                EarlyAnswers.protect(response);
                response.setContentType("text/html");
                response.setCharacterEncoding("utf-8");
                response.getReporter().write(PAGE);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                container.getLogger().debug("The caller is gone", gone);
            }
        }
    }
}
