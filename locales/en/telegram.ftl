telegram-apology = Sorry, something broke on our side. Nothing was charged or lost. Please try again in a moment.
telegram-not-in-this-topic = In this topic I stay silent; the admins chose others for me.
telegram-open-private = I cannot write to you alone yet. Open our private chat and press Start.
telegram-open-private-button = Open private chat
telegram-pay-button = Pay
