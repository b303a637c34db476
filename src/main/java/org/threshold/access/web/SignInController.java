package org.threshold.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.OpenToAll;

/** The sign-in page; the form itself is taken by the security chain. */
@Controller
@OpenToAll("Where everybody signs in")
class SignInController {

    @GetMapping(SignInDoor.PATH)
    String page(@RequestParam(name = "continue", required = false) String wanted,
                @RequestParam(required = false) String wrong, @RequestParam(required = false) String wait,
                @RequestParam(required = false) String expired, @RequestParam(required = false) String signedOut,
                Model model) {
        model.addAttribute("wanted", SafePath.of(wanted));
        if (wrong != null) {
            model.addAttribute("problem", "The username or password is wrong. Enter them again");
        } else if (wait != null) {
            model.addAttribute("problem", "There were too many tries. Wait 5 minutes, or ask an administrator for a "
                    + "new password");
        }
        if (expired != null) {
            model.addAttribute("note", "You were signed out because nothing was done for a while. The last form was "
                    + "not sent. Sign in to go back to it.");
        } else if (signedOut != null) {
            model.addAttribute("note", "You have signed out.");
        }
        return "access/sign-in";
    }
}
