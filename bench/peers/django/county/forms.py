"""A visit, with what is asked of each child."""

from django import forms

ANSWERS = [(answer, answer) for answer in ("yes", "no")]
PLACES = [(place, place) for place in ("home", "school", "office", "other")]
KNOWN = [(known, known) for known in ("announced", "unannounced")]


class VisitForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput)
    place = forms.ChoiceField(choices=PLACES, widget=forms.RadioSelect)
    announced = forms.ChoiceField(choices=KNOWN, widget=forms.RadioSelect)
    account = forms.CharField(widget=forms.Textarea)

    def __init__(self, children, *given, **named):
        super().__init__(*given, **named)
        self.children = children
        for child in children:
            self.fields[f"version-{child.id}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=child.version)
            for asked in ("seen", "alone", "bedroom"):
                self.fields[f"{asked}-{child.id}"] = forms.ChoiceField(
                    choices=ANSWERS, widget=forms.RadioSelect, label=f"{asked}: {child.forename}")

    def parts(self):
        return [{"child": child.id,
                 **{asked: self.cleaned_data[f"{asked}-{child.id}"]
                    for asked in ("version", "seen", "alone", "bedroom")}}
                for child in self.children]
