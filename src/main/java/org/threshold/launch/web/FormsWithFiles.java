package org.threshold.launch.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/** Knows the files of a form, but not for the page that says why it was refused: that would be to read it after all. */
@Component(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
class FormsWithFiles extends StandardServletMultipartResolver {

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
    }
}
