"""How forms are written: label, hint, error, control, in the house's own templates."""

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Write every form and field of the pages with `web/forms/*.html`."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"
