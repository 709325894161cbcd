// On every page: htmx, theme, dialogs, shortcuts, quick search.
import "../styles/fonts.css";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/layout.css";
import "../styles/controls.css";
import "../styles/components.css";
import "../styles/reading.css";
import "../styles/pages.css";
import "htmx.org";
import { setUpDialogs } from "./dialogs";
import { setUpPalette } from "./palette";
import { setUpTheme } from "./theme";
import { setUpZone } from "./zone";

setUpTheme();
setUpDialogs();
setUpPalette();
setUpZone();
